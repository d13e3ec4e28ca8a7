using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SpikeML.OnnxService;

/// <summary>
/// A model with one input of single precision, in OnnxRuntime. Any number of threads may predict at the same time.
/// </summary>
internal sealed class OnnxModel : IDisposable
{
    /// <summary>The largest request: 784 values with up to 12 digits each take 11 KB.</summary>
    public const int BodyBytes = 64 * 1024;

    // The range of the pixels that the encoder in digits.onnx was fitted to.
    private const float Lowest = 0, Highest = 1;

    private const string OutputEnding = ".output";

    private readonly InferenceSession _session;
    private readonly string _input;
    private readonly long[] _shape;
    private readonly string[] _outputs;

    /// <exception cref="InvalidOperationException">The model has another input than this service can fill.</exception>
    public OnnxModel(string path)
    {
        _session = new InferenceSession(path);
        if (_session.InputMetadata.Count != 1
            || _session.InputMetadata.Single() is not { Value.ElementDataType: TensorElementType.Float } input)
            throw new InvalidOperationException("It must have one input of single precision, got "
                + string.Join(", ", _session.InputMetadata.Select(each => $"{each.Key} ({each.Value.ElementDataType})")) + ".");
        _input = input.Key;
        // The first dimension counts rows.
        _shape = [1, .. input.Value.Dimensions.Skip(1).Select(size => (long)size)];
        // ML.NET also writes the names of slots, which have no ending.
        _outputs = [.. _session.OutputMetadata.Keys.Where(name => name.EndsWith(OutputEnding, StringComparison.Ordinal))];
    }

    /// <summary>The dimensions of the input without rows, and the names of the outputs.</summary>
    public object Description => new { Input = _input, Dimensions = _shape[1..], Outputs = _outputs };

    /// <summary>What is wrong with the features, or null. An ONNX model refuses nothing itself.</summary>
    public string? FaultOf(float[]? features)
    {
        long length = _shape.Aggregate((left, right) => left * right);
        if (features is null || features.Length != length)
            return $"features has {features?.Length ?? 0} value{(features?.Length == 1 ? "" : "s")}: send {length}, in the "
                + $"dimensions [{string.Join(", ", _shape[1..])}].";
        int wrong = Array.FindIndex(features, value => !(value is >= Lowest and <= Highest));
        return wrong < 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"features[{wrong}] is {features[wrong]}: send values from {Lowest} to {Highest}.");
    }

    /// <summary>The outputs for a row, by name.</summary>
    public IReadOnlyDictionary<string, object> Predict(float[] features)
    {
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(features, _shape);
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> values = _session.Run(options, [_input], [input], _outputs);
        return _outputs.Zip(values).ToDictionary(output => output.First[..^OutputEnding.Length], output => Read(output.Second));
    }

    public void Dispose() => _session.Dispose();

    private static object Read(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => value.GetTensorDataAsSpan<float>().ToArray(),
        TensorElementType.Int32 => value.GetTensorDataAsSpan<int>().ToArray(),
        TensorElementType.UInt32 => value.GetTensorDataAsSpan<uint>().ToArray(),
        TensorElementType.Int64 => value.GetTensorDataAsSpan<long>().ToArray(),
        TensorElementType.Bool => value.GetTensorDataAsSpan<bool>().ToArray(),
        TensorElementType.String => value.GetStringTensorAsArray(),
        TensorElementType other => $"a tensor of {other}, which this service does not read",
    };
}
