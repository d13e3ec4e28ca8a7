using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Internal.Utilities;
using Microsoft.ML.Runtime;

namespace SpikeML.Events;

/// <summary>
/// Recordings as a data view. Each cursor opens the files of its recordings one after another and holds the events of one row.
/// </summary>
internal sealed class EventDataView : IDataView
{
    private readonly IHost _host;
    private readonly ImmutableArray<Recording> _recordings;
    private readonly Dictionary<string, uint>? _keys;

    public EventDataView(IHostEnvironment environment, ImmutableArray<Recording> recordings, EventLoaderOptions options)
    {
        _host = environment.Register(nameof(EventDataView));
        (_recordings, Options) = (recordings, options);
        string[]? labels = recordings[0].Label is null ? null
            : [.. recordings.Select(own => own.Label!).Distinct().Order(LabelOrder)];
        _keys = labels?.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => (uint)pair.i + 1);
        using (EventReader first = Open(recordings[0]))
            (Width, Height) = (first.Width, first.Height);
        if (options.NumSteps is { } numSteps)
            CheckSpikes(numSteps);
        Schema = EventLoaderSchema.Create(labels, Width, Height, options);
    }

    public DataViewSchema Schema { get; }

    public EventLoaderOptions Options { get; }

    /// <summary>The sensor's width; that of the first recording, unless the options give it.</summary>
    public int? Width { get; }

    /// <summary>The sensor's height; that of the first recording, unless the options give it.</summary>
    public int? Height { get; }

    public bool CanShuffle => true;

    /// <summary>
    /// Numbers come first, in the order of their values, then other names. Equal numbers, such as 2 and 02, are in the order of
    /// their text.
    /// </summary>
    private static Comparer<string> LabelOrder { get; } = Comparer<string>.Create((one, other) =>
        (IsNumber(one, out long first), IsNumber(other, out long second)) switch
        {
            (true, true) when first != second => first.CompareTo(second),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(one, other),
        });

    private static bool IsNumber(string label, out long number) =>
        long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    public long? GetRowCount() => Options.SliceDuration is null && Options.EventsPerSlice is null ? _recordings.Length : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        GetRowCursorSet(columnsNeeded, 1, rand)[0];

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        Func<int, bool> isNeeded = RowCursorUtils.FromColumnsToPredicate(columnsNeeded, Schema);
        int[] order = rand is null ? [.. Enumerable.Range(0, _recordings.Length)]
            : Utils.GetRandomPermutation(rand, _recordings.Length);
        var cursors = new DataViewRowCursor[Math.Clamp(n > 0 ? n : DataViewUtils.GetThreadCount(), 1, _recordings.Length)];
        for (int i = 0; i < cursors.Length; i++)
            cursors[i] = new EventCursor(_host, this, isNeeded, order, i, cursors.Length);
        return cursors;
    }

    /// <summary>The files, each once.</summary>
    public IEnumerable<string> Paths => _recordings.Select(own => own.Path).Distinct();

    public Recording this[int recording] => _recordings[recording];

    public uint KeyOf(Recording own) => _keys![own.Label!];

    /// <summary>Opens a recording, whose events must be inside the view's sensor.</summary>
    public EventReader Open(Recording own)
    {
        try
        {
            return EventReader.Open(own.Path, Options.Reader with
            {
                Recording = own.Index,
                Width = Options.Reader.Width ?? Width,
                Height = Options.Reader.Height ?? Height,
            });
        }
        catch (FormatException error) when (_recordings.Length > 1)
        {
            throw new FormatException($"{error.Message} If it is not a recording, leave it out with "
                + $"{nameof(EventLoaderOptions.SearchPattern)}.", error);
        }
    }

    private void CheckSpikes(int numSteps)
    {
        if (Width is not { } width || Height is not { } height)
            throw new FormatException($"'{_recordings[0].Path}' does not say how large the sensor is, which the column "
                + "Spikes needs: set Width and Height of EventLoaderOptions.Reader.");
        Int128 length = (Int128)numSteps * 2 * height * width;
        OptionCheck.Require(length <= int.MaxValue, numSteps, nameof(EventLoaderOptions.NumSteps),
            $"{numSteps} steps of 2 x {height} x {width} neurons are {length} values, and a vector of ML.NET has at most "
                + $"{int.MaxValue}: use at most {int.MaxValue / (2L * height * width)} steps, in shorter slices.");
    }
}
