using Microsoft.ML;

namespace SpikeML.Tool.Idx;

/// <summary>Generated digits, to try out the tool without a file.</summary>
internal static class GeneratedDigits
{
    public static InputData Load(MLContext context, int count, InputRequest request) =>
        DigitColumns.Of(context.Data.LoadSampleDigits(count), labelled: true, request);
}
