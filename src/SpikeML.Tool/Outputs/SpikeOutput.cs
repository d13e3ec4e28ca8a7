using Microsoft.ML;

namespace SpikeML.Tool.Outputs;

/// <summary>Writes encoded rows as a file that nobody sees before it is whole.</summary>
internal static class SpikeOutput
{
    public static void Write(MLContext context, SpikeRows rows, OutputRequest request, string path) =>
        FileReplacement.Write(path, stream => Write(context, rows, request, stream, Path.GetDirectoryName(Path.GetFullPath(path))!));

    public static void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream, string folder)
    {
        switch (request.Format)
        {
            case OutputFormat.Idv:
                BinaryFile.Save(context, rows.View, stream);
                break;
            case OutputFormat.Npz when request.Sparse:
                SparseNpzOutput.Write(rows, stream, folder);
                break;
            case OutputFormat.Npz:
                DenseNpzOutput.Write(rows, stream);
                break;
            default:
                CsvOutput.Write(rows, stream);
                break;
        }
    }
}
