using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;

namespace SpikeML.Onnx.Tests;

/// <summary>A converted model in OnnxRuntime, which runs all rows of a view at once.</summary>
internal sealed class OnnxSession : IDisposable
{
    private static readonly ConcurrentQueue<string> Log = new();
    private static readonly OrtEnv Environment = MakeEnvironment();

    private readonly InferenceSession _session;

    public OnnxSession(byte[] model)
    {
        _ = Environment;
        Log.Clear();
        _session = new InferenceSession(model);
    }

    /// <summary>What OnnxRuntime warned about since the last model was loaded.</summary>
    public static IReadOnlyList<string> Warnings => [.. Log];

    public IReadOnlyDictionary<string, NodeMetadata> Inputs => _session.InputMetadata;

    public IReadOnlyDictionary<string, NodeMetadata> Outputs => _session.OutputMetadata;

    /// <summary>Converts a model with ML.NET's own method.</summary>
    public static byte[] Convert(MLContext context, ITransformer model, IDataView data, params string[] outputs)
    {
        using MemoryStream file = new();
        context.Model.ConvertToOnnx(model, data, file, outputs);
        return file.ToArray();
    }

    /// <summary>The values of an output column for all rows of a view, one row after another.</summary>
    public float[] Run(IDataView data, string output) => Run<float>(data, output);

    public T[] Run<T>(IDataView data, string output)
        where T : unmanaged => Run(data, output, value => value.GetTensorDataAsSpan<T>().ToArray());

    /// <summary>The values of an output column of text.</summary>
    public string[] RunText(IDataView data, string output) => Run(data, output, value => value.GetStringTensorAsArray());

    private T Run<T>(IDataView data, string output, Func<OrtValue, T> read)
    {
        Dictionary<string, OrtValue> inputs = _session.InputMetadata.Keys.ToDictionary(name => name,
            name => OnnxInput.Make(data, data.Schema[name]));
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(options, inputs, [$"{output}.output"]);
        foreach (OrtValue input in inputs.Values)
            input.Dispose();
        return read(results[0]);
    }

    public void Dispose() => _session.Dispose();

    private static OrtEnv MakeEnvironment()
    {
        EnvironmentCreationOptions options = new()
        {
            logId = "tests",
            logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING,
            loggingFunction = (_, _, _, _, place, message) => Log.Enqueue($"{place}: {message}"),
        };
        return OrtEnv.CreateInstanceWithOptions(ref options);
    }
}
