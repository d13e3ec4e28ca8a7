using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>ML.NET's binary format, where equal rows are to give equal files.</summary>
internal static class BinaryFile
{
    // ML.NET holds some dozens of blocks at once; its own 16 MB would take gigabytes for rows of spikes.
    private const int BytesPerBlock = 1 << 20;

    /// <summary>
    /// Writes a view. <c>SaveAsBinary</c> writes the blocks of different columns as its threads come to them, so that one view
    /// gives
    /// several files.
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
