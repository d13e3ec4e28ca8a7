using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Idx;

/// <summary>Generated digits, for trying the tool without a file.</summary>
internal static class GeneratedDigits
{
    public static InputData Load(MLContext context, int count, InputRequest request) => count >= 1
        ? DigitColumns.Of(context.Data.LoadSampleDigits(count), labelled: true, request)
        : throw ToolException.Usage($"--sample-digits {count}: at least 1.");
}
