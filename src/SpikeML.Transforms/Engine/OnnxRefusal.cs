namespace SpikeML;

/// <summary>
/// The error of ML.NET's <c>ConvertToOnnx</c>. Without it, ML.NET takes the columns that a transformer adds for inputs of the
/// ONNX model: a column that is replaced would be read as it was before, without a word.
/// </summary>
internal static class OnnxRefusal
{
    /// <param name="what">What cannot be converted, such as "Column 'Spikes' (delta)".</param>
    public static NotSupportedException Of(string what) => new(
        $"{what} cannot be converted to ONNX. Convert only what follows it: var spikes = mlContext.Data.Cache("
        + "encoder.Transform(data)); mlContext.Model.ConvertToOnnx(trained, spikes, stream). The ONNX model then takes the "
        + "encoded column as its input, and your program encodes with SpikeML.");

    /// <summary>The error for the columns of a transformer.</summary>
    public static NotSupportedException Of(IEnumerable<string> columns, string made)
    {
        string[] names = [.. columns.Select(name => $"'{name}'")];
        return Of($"{(names.Length == 1 ? "Column" : "Columns")} {string.Join(", ", names)} ({made})");
    }
}
