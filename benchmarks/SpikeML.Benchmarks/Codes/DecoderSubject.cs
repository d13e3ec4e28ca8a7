using Microsoft.ML.Data;
using TorchSharp;

namespace SpikeML.Benchmarks.Codes;

/// <summary>The decoder of a code, on what its encoder gave.</summary>
internal sealed class DecoderSubject(EncoderSubject encoder) : Subject
{
    public override string Name => $"decode {encoder.Name}";

    public override string Limit => encoder.Limit;

    public override Setting? Find(double density, out double closest) =>
        encoder.Find(density, out closest) is { } own ? own with { Code = Decoding(own.Code), Rows = Encoded(own) } : null;

    public override PlainRowLoop MakeLoop(SpikeCode code) => encoder.MakeDecodeLoop(((SpikeDecodingOptions)code).Code);

    public override torch.Tensor Torch(torch.Tensor batch, SpikeCode code) =>
        encoder.TorchDecode(batch, ((SpikeDecodingOptions)code).Code);

    public override torch.Tensor RowOf(torch.Tensor result, int row) => result.select(encoder.DecodesToSeries ? 1 : 0, row);

    private static SpikeDecodingOptions Decoding(SpikeCode code) => new() { Code = code };

    /// <summary>Spikes as the encoder hands them out, sparse or dense.</summary>
    public static InputRows Encoded(Setting setting)
    {
        Pipeline pipeline = Pipeline.Make(setting.Code, setting.Rows);
        VectorDataViewType type = (VectorDataViewType)pipeline.OutputType;
        VBuffer<float>[] rows = pipeline.First(InputRows.CountFor(pipeline.OutputLength));
        return new InputRows(type, rows, IsTimeFirst: type.Dimensions.Length > 1);
    }
}
