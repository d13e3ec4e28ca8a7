using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Idx;

/// <summary>The columns of images, whose names are fixed.</summary>
internal static class DigitColumns
{
    public static InputData Of(IDataView digits, bool labelled, InputRequest request)
    {
        if (request.Features is string features && features != InputRequest.DefaultFeatures)
            throw NamedColumn.Missing(features, [InputRequest.DefaultFeatures], "--features", "the images");
        if (request.Label is string label && (!labelled || label != InputRequest.DefaultLabel))
            throw ToolException.Usage($"--label '{label}': " + (labelled
                ? $"the label column is '{InputRequest.DefaultLabel}'." : "name the label file with --labels-file."));
        return new InputData(digits, digits.GetRowCount()!.Value, InputRequest.DefaultFeatures, labelled
            ? InputRequest.DefaultLabel : null);
    }
}
