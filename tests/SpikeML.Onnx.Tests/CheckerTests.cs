using System.Diagnostics;
using Microsoft.ML;

namespace SpikeML.Onnx.Tests;

/// <summary>The full check of Python's package onnx (Debian's python3-onnx), which infers all shapes and types.</summary>
public class CheckerTests
{
    private const string Script = """
        import sys, onnx
        for path in sys.argv[1:]:
            model = onnx.load(path)
            onnx.checker.check_model(model, full_check=True)
            print(model.ir_version, {o.domain: o.version for o in model.opset_import}[""])
        """;

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Every_converted_model_passes_the_full_check()
    {
        Assert.SkipUnless(Run("-c", "import onnx").Code == 0, "Python has no package onnx (Debian: python3-onnx).");
        string folder = Directory.CreateTempSubdirectory("onnx").FullName;
        try
        {
            string[] files = [.. SpikeCodes.Encoders.Select(entry => entry.Default!).Select(Convertible).OfType<SpikeCode>()
                .Select((code, index) => Write(code, Path.Combine(folder, $"{index}-{code.Entry.Name}.onnx")))];
            (int code, string output) = Run(["-c", Script, .. files]);
            Assert.True(code == 0, output);
            Assert.Equal(Enumerable.Repeat("6 12", files.Length), output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
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

    private static (int Code, string Output) Run(params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(Environment.GetEnvironmentVariable("SPIKEML_PYTHON") ?? "python3", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return (-1, error.Message);
        }
    }
}
