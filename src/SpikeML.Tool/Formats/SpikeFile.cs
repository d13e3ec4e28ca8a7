using System.Collections.Immutable;
using Microsoft.ML;
using SpikeML.Tool.Npy;
using SpikeML.Tool.Recordings;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>A spike file in any format that the tool writes.</summary>
internal abstract class SpikeFile : IDisposable
{
    /// <summary>The steps, then the neurons' dimensions.</summary>
    public abstract ImmutableArray<int> Dimensions { get; }

    /// <summary>The neurons' dimensions; one neuron if the rows have steps alone.</summary>
    protected ImmutableArray<int> NeuronDimensions => Dimensions.Length == 1 ? [1] : Dimensions[1..];

    public abstract long Rows { get; }

    public abstract IEnumerable<SpikeTrain> Trains();

    /// <summary>One row, from 0, without making the trains of those before it.</summary>
    public abstract SpikeTrain Train(long row, CancellationToken cancellation);

    /// <summary>The number of its first row, counted across all shards, if the file contains it.</summary>
    public virtual long FirstRow => 0;

    /// <summary>Whether the numbers of steps, neurons and rows are only the smallest that its spikes need.</summary>
    public virtual bool IsOpenEnded => false;

    /// <summary>The array of the rows' labels, if the file contains it.</summary>
    public ArraySource? Labels { get; init; }

    public abstract void Dispose();

    /// <summary>Creates a row's train; errors name the row and the file.</summary>
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
    /// <param name="column">The spike column in an .idv file, or null for the only one.</param>
    /// <param name="cancellation">Cancels the check of the file's checksum.</param>
    /// <param name="steps">The number of steps of an event recording, or null for the default.</param>
    public static SpikeFile Open(
        MLContext context, string path, string? column, CancellationToken cancellation, int? steps = null)
    {
        if (EventRecordings.Recognises(FileFormats.Existing(path)))
            return new RecordingSpikes(path, steps ?? RecordingSpikes.DefaultSteps);
        if (steps is not null)
            throw ToolException.Usage("--steps can only be used with event recordings.");
        ISpikeFormat format = FileFormats.OfSpikes(FileFormats.Existing(path));
        FileRecords.Check(path, format, cancellation);
        return format.Open(context, path, column);
    }
}
