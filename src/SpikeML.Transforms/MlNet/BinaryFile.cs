using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>ML.NET's binary format, where equal rows are to give equal files.</summary>
internal static class BinaryFile
{
    /// <summary>
    /// Writes a view. <c>SaveAsBinary</c> writes the blocks of different columns as its threads come to them, so that one view gives
    /// several files.
    /// </summary>
    public static void Save(IHostEnvironment environment, IDataView data, Stream stream)
    {
        BinarySaver saver = new(environment, new BinarySaver.Arguments { DeterministicBlockOrder = true });
        using IChannel channel = environment.Start(nameof(BinaryFile));
        DataSaverUtils.SaveDataView(channel, saver, data, stream, keepHidden: false);
    }
}
