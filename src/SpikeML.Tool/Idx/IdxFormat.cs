using Microsoft.ML;

namespace SpikeML.Tool.Idx;

/// <summary>IDX images, MNIST's format, plain or gzip.</summary>
internal sealed class IdxFormat : IInputFormat
{
    public string Name => "idx";

    public bool HasLabelsFile => true;

    public bool Recognises(InputSample sample) => sample.Start is [0, 0, 8, 1 or 3, ..];

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation)
    {
        FileFormats.Existing(path);
        if (request.LabelsPath is not null)
            return DigitColumns.Of(context.Data.LoadMnist(path, request.LabelsPath), labelled: true, request);
        IdxImages images = Read(path);
        return DigitColumns.Of(new MnistDataView(context, new MnistRows(images, new byte[images.Count])), labelled: false,
            request);
    }

    public static IdxImages Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return IdxReader.ReadImages(file, path);
    }
}
