using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Inputs;

/// <summary>Opens an input of any format.</summary>
internal static class InputLoading
{
    public static InputData Load(MLContext context, InputRequest request, CancellationToken cancellation)
    {
        if (request.SampleDigits is int count)
        {
            if (request.Path is not null)
                throw ToolException.Usage($"Give the input '{request.Path}' or --sample-digits, not both.");
            return count >= 1 ? Digits(context.Data.LoadSampleDigits(count), labelled: true, request) : throw ToolException.Usage($"--sample-digits {count}: at least 1.");
        }
        string path = request.Path ?? throw ToolException.Usage("There is no input: give a file, MNIST's folder, or --sample-digits N.");
        InputFormat format = request.Format ?? InputFormats.Of(path);
        CheckOptions(format, request);
        return format switch
        {
            InputFormat.Mnist => Digits(context.Data.LoadMnist(path, request.Split), labelled: true, request),
            InputFormat.Idx => Digits(LoadIdx(context, InputFormats.Existing(path), request.LabelsPath), request.LabelsPath is not null, request),
            InputFormat.Idv => BinaryInput.Load(context, InputFormats.Existing(path), request),
            _ => CsvInput.Load(context, InputFormats.Existing(path), request, cancellation),
        };
    }

    private static void CheckOptions(InputFormat format, InputRequest request)
    {
        Check(request.LabelsPath is not null && format != InputFormat.Idx, "--labels-file", "IDX images");
        Check((request.Separator is not null || request.NoHeader) && format != InputFormat.Csv, "--separator and --no-header", "tables (csv)");
        static void Check(bool wrong, string option, string allowed)
        {
            if (wrong)
                throw ToolException.Usage($"{option} is for {allowed} alone.");
        }
    }

    private static IDataView LoadIdx(MLContext context, string path, string? labelsPath)
    {
        if (labelsPath is not null)
            return context.Data.LoadMnist(path, labelsPath);
        using FileStream file = File.OpenRead(path);
        IdxImages images = IdxReader.ReadImages(file, path);
        return new MnistDataView(context, new MnistRows(images, new byte[images.Count]));
    }

    private static InputData Digits(IDataView digits, bool labelled, InputRequest request)
    {
        if (request.Features is string features && features != InputRequest.DefaultFeatures)
            throw ToolException.Usage($"--features '{features}': images have one column, '{InputRequest.DefaultFeatures}'.");
        if (request.Label is string label && (!labelled || label != InputRequest.DefaultLabel))
            throw ToolException.Usage($"--label '{label}': {(labelled ? $"the label's column is '{InputRequest.DefaultLabel}'" : "give the labels' file with --labels-file")}.");
        return new InputData(digits, digits.GetRowCount()!.Value, InputRequest.DefaultFeatures, labelled ? InputRequest.DefaultLabel : null);
    }
}
