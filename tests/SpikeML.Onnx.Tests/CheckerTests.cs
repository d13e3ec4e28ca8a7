using Microsoft.ML;

namespace SpikeML.Onnx.Tests;

/// <summary>The full check of Python's package onnx (Debian's python3-onnx), which infers all shapes and types.</summary>
public class CheckerTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Every_converted_model_passes_the_full_check()
    {
        OnnxChecker.SkipWithout();
        string folder = Directory.CreateTempSubdirectory("onnx").FullName;
        try
        {
            string[] files = [.. SpikeCodes.Encoders.Select(entry => entry.Default!).Select(Convertible).OfType<SpikeCode>()
                .Select((code, index) => Write(code, Path.Combine(folder, $"{index}-{code.Entry.Name}.onnx")))];
            OnnxChecker.Verify(files);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The code with what lets it be converted, or null.</summary>
    private static SpikeCode? Convertible(SpikeCode code) => code switch
    {
        RateTargetEncodingOptions targets => targets with { NumClasses = 3 },
        LatencyTargetEncodingOptions targets => targets with { NumClasses = 3 },
        PoissonIntervalEncodingOptions => null,
        { Draws: { } draws } => code.WithDraws(draws with { OnnxDraws = OnnxDraws.Runtime }),
        _ => code,
    };

    private string Write(SpikeCode code, string path)
    {
        IDataView data = Rows.Of(_context, [8, 3], HardValues.Features(5, 24));
        ITransformer model = code.Entry.MakeEstimator(_context, [new("Out", "Features")], code, default)
            .Append(_context.Transforms.Spikes.Flatten("Flat", "Out")).Fit(data);
        File.WriteAllBytes(path, OnnxSession.Convert(_context, model, data));
        return path;
    }
}
