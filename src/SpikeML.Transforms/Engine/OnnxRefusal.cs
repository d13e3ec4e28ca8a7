namespace SpikeML;

/// <summary>
/// The error of ML.NET's <c>ConvertToOnnx</c>. Without it, ML.NET takes the columns that a transformer adds for inputs of the
/// ONNX model: a column that is replaced would be read as it was before, without a word.
/// </summary>
internal static class OnnxRefusal
{
    /// <summary>The remedy in most cases.</summary>
    public const string Split = "Convert only what follows it: var spikes = mlContext.Data.Cache(encoder.Transform(data)); "
        + "mlContext.Model.ConvertToOnnx(trained, spikes, stream). The ONNX model then takes the encoded column as its input, "
        + "and your program encodes with SpikeML.";

    /// <param name="columns">The names of the columns that cannot be converted.</param>
    /// <param name="made">What makes them, such as "delta".</param>
    /// <param name="reason">Why they cannot be converted: the end of "because ...".</param>
    /// <param name="remedy">What to do; by default, to convert what follows.</param>
    public static NotSupportedException Of(IEnumerable<string> columns, string made, string? reason = null,
        string remedy = Split)
    {
        string[] names = [.. columns.Select(name => $"'{name}'")];
        return new($"{(names.Length == 1 ? "Column" : "Columns")} {string.Join(", ", names)} ({made}) cannot be converted to "
            + $"ONNX{(reason is null ? "" : $", because {reason}")}. {remedy}");
    }
}
