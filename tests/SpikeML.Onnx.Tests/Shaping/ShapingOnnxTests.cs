using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Shaping;

public class ShapingOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Fact]
    public void ConvertToOnnx_gives_the_same_bits_when_columns_are_reshaped_transposed_and_flattened() => SameBits.Verify(
        _context, Spikes.Reshape("Channels", "Features", [2, 15]).Append(Spikes.Transpose("Series", "Channels"))
            .Append(Spikes.Flatten("Flat", "Series")).Append(Spikes.Reshape("Declared", "Flat", [15, 2, 1], areSpikes: true)),
        Rows.Of(_context, [30], HardValues.Series(40, 30, 1)), "Channels", "Series", "Flat", "Declared");

    [Fact]
    public void ConvertToOnnx_gives_the_same_bits_when_spikes_are_joined() => SameBits.Verify(_context,
        Spikes.EncodeDelta("Rises", "Features").Append(Spikes.EncodeDelta("Both", "Features", new() { OffSpike = true }))
            .Append(Spikes.EncodeMultiThreshold("Levels", "Features")).Append(Spikes.Join("Joined", "Rises", "Both", "Levels")),
        Rows.Of(_context, [10, 2, 3], HardValues.Series(40, 10, 6)), "Joined");

    [Fact]
    public void ConvertToOnnx_keeps_the_type_when_columns_are_Double_or_Byte()
    {
        IDataView doubles = Rows.Of(_context, [4, 3], Rows.AsDoubles(HardValues.Series(20, 4, 3)));
        IDataView bytes = Rows.Of(_context, [4, 3], Rows.AsBytes(HardValues.Features(20, 12)));
        Verify<double>(doubles);
        Verify<byte>(bytes);
    }

    [Fact]
    public void ConvertToOnnx_converts_linear_trainers_behind_Flatten()
    {
        IDataView data = _context.Data.LoadSampleDigits(60);
        ITransformer model = Spikes.EncodeLatency("Spikes", "Features", new() { NumSteps = 10, Tau = 2, Bypass = true })
            .Append(Spikes.Flatten("Flat", "Spikes"))
            .Append(_context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
                featureColumnName: "Flat", maximumNumberOfIterations: 3)).Fit(data);
        IDataView scored = model.Transform(data);
        using OnnxSession session = new(OnnxSession.Convert(_context, model, data, "Spikes", "Score", "PredictedLabel"));

        Assert.Equal(OnnxInput.Values<float>(scored, "Spikes"), session.Run(data, "Spikes"));
        Assert.Equal(OnnxInput.Values<uint>(scored, "PredictedLabel"), session.Run<uint>(data, "PredictedLabel"));
        float[] scores = OnnxInput.Values<float>(scored, "Score"), converted = session.Run(data, "Score");
        Assert.All(scores.Zip(converted), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.DoesNotContain(OnnxSession.Warnings, text => text.Contains("MergeShapeInfo", StringComparison.Ordinal));
    }

    private void Verify<T>(IDataView data)
        where T : unmanaged
    {
        ITransformer model = Spikes.Transpose("Moved", "Features").Append(Spikes.Flatten("Flat", "Moved")).Fit(data);
        using OnnxSession session = new(OnnxSession.Convert(_context, model, data, "Flat"));
        Assert.Equal(OnnxInput.Values<T>(model.Transform(data), "Flat"), session.Run<T>(data, "Flat"));
    }
}
