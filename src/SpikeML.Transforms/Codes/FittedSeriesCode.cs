using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// A code of series with options that <c>Fit</c> can determine: it tries many candidates and takes the one whose decoded series
/// has the best signal-to-noise ratio.
/// </summary>
public abstract record FittedSeriesCode : SeriesCode
{
    private protected FittedSeriesCode()
    {
    }

    /// <summary>
    /// The maximum number of rows on which candidates are compared, at least 1. Larger data is sampled, always in the same way.
    /// Fitting holds 4 bytes for each value of these rows, or 8 for a Double column: 1,000 rows of 784 neurons and 100 steps take
    /// 314 MB, or 627 MB for a Double column. The range of the data always covers all rows. Only fitting uses this option.
    /// </summary>
    /// <value>1,000 by default.</value>
    public int MaxFitRows { get; init; } = 1_000;

    /// <summary>
    /// The options to try for these series; the one with the closest decoded series is taken, or the first of several equally
    /// close ones.
    /// </summary>
    internal abstract IEnumerable<FittedSeriesCode> Candidates(SeriesStatistics data);

    /// <summary>
    /// The sum of the squared differences between sixteen series and their decoded spikes. It may be summed in any order; for
    /// series of Single, differences may be in single precision. A code that can do better than encoding and decoding the series
    /// overrides this.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    internal virtual DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory)
        where T : unmanaged
    {
        Span<float> room = MemoryMarshal.Cast<double, float>(memory.Numbers(tile.Length * (Channels + 1)));
        Span<float> decoded = room[..tile.Length], spikes = room.Slice(tile.Length, tile.Length * Channels);
        Encode(tile, spikes, DoubleLanes.Count);
        Span<double> first = stackalloc double[DoubleLanes.Count];
        TrialNoise.First(tile).CopyTo(first);
        Decode(spikes, first, decoded, DoubleLanes.Count);
        DoubleLanes noise = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
            noise = TrialNoise.Add(noise, tile, at, ValueLanes.Singles<float>(decoded, at));
        return noise;
    }

    /// <summary>
    /// Whether a trial costs more than encoding the series: then fitting leaves candidates as soon as a sample of the series says
    /// that they are worse.
    /// </summary>
    internal virtual bool IsCostlyToTry => false;

    /// <summary>What candidates have in common that share work on the same series; null where none do.</summary>
    internal virtual int? SharedWork => null;

    internal sealed override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) =>
        !IsOpen ? null
        : InputKind.IsDouble(column) ? new SeriesLearner<double>(this, column.Name, Input.Dimensions(host, column)[0])
        : new SeriesLearner<float>(this, column.Name, Input.Dimensions(host, column)[0]);

    internal override void Validate() => OptionCheck.AtLeast(1, MaxFitRows, nameof(MaxFitRows));

    internal sealed override void SaveLearned(BinaryWriter writer) => writer.Write(MaxFitRows);

    // Formats before the third do not store it.
    internal sealed override SpikeCode WithLearned(BinaryReader reader) =>
        reader is CodeReader { Format: < ModelFormat.Third } ? this : (this with { MaxFitRows = reader.ReadInt32() }).Validated();
}
