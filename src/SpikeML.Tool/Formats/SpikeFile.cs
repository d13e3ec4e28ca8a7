using System.Collections.Immutable;
using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>A file of spikes, of any format that the tool writes.</summary>
internal abstract class SpikeFile : IDisposable
{
    /// <summary>The steps, then the neurons' dimensions.</summary>
    public abstract ImmutableArray<int> Dimensions { get; }

    public abstract long Rows { get; }

    public abstract IEnumerable<SpikeTrain> Trains();

    /// <summary>The row, counted through all shards, that its first one is, where the file says so.</summary>
    public virtual long FirstRow => 0;

    /// <summary>Whether the numbers of steps, neurons and rows are only the least that its spikes need.</summary>
    public virtual bool IsOpenEnded => false;

    public abstract void Dispose();

    /// <summary>Makes a row's train; an error in it names the row and the file.</summary>
    protected static SpikeTrain Train(string path, long row, Func<SpikeTrain> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException error)
        {
            throw ToolException.BadInput($"Row {row} of '{path}' is damaged: {ErrorReport.OneLine(error.Message)}", error);
        }
    }

    /// <param name="context">The context.</param>
    /// <param name="path">The file.</param>
    /// <param name="column">The column of spikes in an .idv file; null: the one that there is.</param>
    public static SpikeFile Open(MLContext context, string path, string? column) =>
        FileFormats.OfSpikes(FileFormats.Existing(path)).Open(context, path, column);
}
