using System.Diagnostics;

namespace SpikeML.Onnx.Tests;

/// <summary>Runs the full check of Python's package onnx.</summary>
internal static class OnnxChecker
{
    private const string Script = """
        import sys, onnx
        for path in sys.argv[1:]:
            model = onnx.load(path)
            onnx.checker.check_model(model, full_check=True)
            print(model.ir_version, {o.domain: o.version for o in model.opset_import}[""])
        """;

    public static void SkipWithout() => Assert.SkipUnless(Run("-c", "import onnx").Code == 0,
        "Python has no package onnx (Debian: python3-onnx).");

    /// <summary>Fails unless all files pass, with the versions of the format and of the operations that ML.NET writes.</summary>
    public static void Verify(IReadOnlyCollection<string> files)
    {
        (int code, string output) = Run(["-c", Script, .. files]);
        Assert.True(code == 0, output);
        Assert.Equal(Enumerable.Repeat("6 12", files.Count), output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
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
