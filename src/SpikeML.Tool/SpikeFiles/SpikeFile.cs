using System.Collections.Immutable;
using Microsoft.ML;
using SpikeML.Tool.Inputs;
using SpikeML.Tool.Outputs;

namespace SpikeML.Tool.SpikeFiles;

/// <summary>A file of spikes, of any format that the tool writes.</summary>
internal abstract class SpikeFile : IDisposable
{
    /// <summary>The steps, then the neurons' dimensions.</summary>
    public abstract ImmutableArray<int> Dimensions { get; }

    public abstract long Rows { get; }

    public abstract IEnumerable<SpikeTrain> Trains();

    public abstract void Dispose();

    /// <param name="context">The context.</param>
    /// <param name="path">The file.</param>
    /// <param name="column">The column of spikes in an .idv file; null: the one that there is.</param>
    public static SpikeFile Open(MLContext context, string path, string? column)
    {
        InputFormats.Existing(path);
        return OutputFormats.Of(path) switch
        {
            OutputFormat.Idv => IdvSpikes.OfColumn(context, path, column),
            OutputFormat.Npz => OpenNpz(path),
            _ => CsvSpikes.Scan(path),
        };
    }

    private static SpikeFile OpenNpz(string path)
    {
        NpzContent content = new(path);
        try
        {
            return content.IsSparse ? new SparseNpzSpikes(content) : new DenseNpzSpikes(content);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }
}
