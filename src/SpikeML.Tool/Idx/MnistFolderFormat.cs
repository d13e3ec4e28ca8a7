using Microsoft.ML;

namespace SpikeML.Tool.Idx;

/// <summary>A folder with MNIST's files.</summary>
internal sealed class MnistFolderFormat : IInputFormat
{
    public string Name => "mnist";

    public bool Recognises(InputSample sample) => sample.IsFolder;

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation) =>
        DigitColumns.Of(context.Data.LoadMnist(path, request.Split), labelled: true, request);
}
