using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Writes ML.NET's binary format so that equal rows give equal files.</summary>
internal static class BinaryFile
{
    // ML.NET holds dozens of blocks at once; its default of 16 MB would take gigabytes for rows of spikes.
    private const int BytesPerBlock = 1 << 20;

    /// <summary>
    /// Writes a view. <c>SaveAsBinary</c> writes the blocks of columns in whatever order its threads finish, so the same view
    /// gives different files.
    /// </summary>
    public static void Save(IHostEnvironment environment, IDataView data, Stream stream)
    {
        BinarySaver saver = new(environment, new BinarySaver.Arguments
        {
            DeterministicBlockOrder = true,
            MaxBytesPerBlock = BytesPerBlock
        });
        using IChannel channel = environment.Start(nameof(BinaryFile));
        DataSaverUtils.SaveDataView(channel, saver, data, stream, keepHidden: false);
    }
}
