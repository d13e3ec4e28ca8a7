using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Idx;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>Opens the input from the command line.</summary>
internal static class InputLoading
{
    public static InputData Load(MLContext context, InputRequest request, CancellationToken cancellation)
    {
        if (request.SampleDigits is int count)
        {
            return request.Path is null
                ? Shaped(context, GeneratedDigits.Load(context, count, request), request.Shape)
                : throw ToolException.Usage($"Use either the input '{request.Path}' or --sample-digits, not both.");
        }
        string path = request.Path
            ?? throw ToolException.Usage("No input: name a file or an MNIST folder, use - to read standard input, or use "
                + "--sample-digits N.");
        IInputFormat format = request.Format ?? FileFormats.OfInput(path);
        Check(request.LabelsPath is not null && !format.HasLabelsFile, "--labels-file",
            "IDX images, .npy files and event recordings");
        Check((request.Steps is not null || request.SensorWidth is not null) && !format.HasSteps, "--steps and --sensor",
            "event recordings");
        Check(request.Array is not null && !format.HasArrays, "--array", ".npz files");
        Check((request.Separator is not null || request.NoHeader || request.Decimal != '.') && !format.IsText,
            "--separator, --decimal and --no-header", "tables (csv)");
        InputSnapshot source = new(request.Files);
        InputData data = source.Guard(() => format.Load(context, path, request, cancellation));
        return Shaped(context, data with { Source = source }, request.Shape);
    }

    private static InputData Shaped(MLContext context, InputData data, IReadOnlyList<int> shape)
    {
        if (shape.Count == 0)
            return data;
        int size = data.Rows.Schema[data.Features].Type is VectorDataViewType type ? type.Size : 1;
        if (Dimensions.Product([.. shape]) != size)
            throw ToolException.Usage($"--shape {string.Join(',', shape)} has {Dimensions.Product([.. shape])} values, but each "
                + $"row of the input has {Counted.Of(size, "feature")}.");
        return data with
        {
            Rows = context.Transforms.Spikes.Reshape(data.Features, data.Features, [.. shape]).Fit(data.Rows)
                .Transform(data.Rows),
        };
    }

    private static void Check(bool isWrong, string option, string allowed)
    {
        if (isWrong)
            throw ToolException.Usage($"{option} can only be used with {allowed}.");
    }
}
