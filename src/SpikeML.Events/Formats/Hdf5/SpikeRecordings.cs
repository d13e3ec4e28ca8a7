using PureHDF;
using PureHDF.VOL.Native;

namespace SpikeML.Events;

/// <summary>
/// Heidelberg's spiking data sets (SHD, SSC): many recordings in a file, each a list of times in seconds and a list of units. An
/// event's x is the unit, y is 0 and the polarity 1.
/// </summary>
internal sealed class SpikeRecordings : EventDecoder
{
    private const int MicrosecondsPerSecond = 1_000_000;

    private readonly ByteSource _source;
    private readonly NativeFile _file;
    private readonly IH5Dataset _times, _units;
    private AddressEvent[] _events;
    private int _next;

    public SpikeRecordings(ByteSource source, NativeFile file, int recording)
    {
        (_source, _file) = (source, file);
        (_times, _units) = (file.Dataset("spikes/times"), file.Dataset("spikes/units"));
        Hdf5File.CheckOwn(source, _times, "'spikes/times'");
        Hdf5File.CheckOwn(source, _units, "'spikes/units'");
        if (_times.Space.Dimensions is not [var count and <= int.MaxValue]
            || _units.Space.Dimensions is not [var others] || count != others
            || _times.Type.Class != H5DataTypeClass.VariableLength || _units.Type.Class != H5DataTypeClass.VariableLength)
            throw source.Error("has spikes/times and spikes/units that are not lists of numbers for each recording");
        RecordingCount = (int)count;
        // Whoever opens the file says that there is no such recording.
        _events = recording < RecordingCount ? ReadRecording(recording) : [];
        if (!file.LinkExists("labels") || file.Get("labels") is not IH5Dataset dataset)
            return;
        Hdf5File.CheckOwn(source, dataset, "'labels'");
        if (dataset.Space.Dimensions is [var labels] && labels == count && Hdf5Numbers.AreNumbers(dataset.Type))
            Labels = [.. Hdf5File.Guarded(source, "'labels'", () => Hdf5Numbers.Read(dataset, new(0, count), RecordingCount))
                .Select(label => label.Whole)];
    }

    public override int RecordingCount { get; }

    public override IReadOnlyList<long>? Labels { get; }

    public override string Details => $"{RecordingCount} recordings of spikes; x is the unit, times are in seconds";

    public override int Read(Span<AddressEvent> events)
    {
        int count = Math.Min(events.Length, _events.Length - _next);
        _events.AsSpan(_next, count).CopyTo(events);
        _next += count;
        return count;
    }

    public override void MoveTo(int recording) => (_events, _next) = (ReadRecording(recording), 0);

    protected override void Close() => _file.Dispose();

    private AddressEvent[] ReadRecording(int recording)
    {
        EventNumber[] seconds = Hdf5File.Guarded(_source, "'spikes/times'", () => Hdf5Numbers.ReadList(_times, recording));
        EventNumber[] places = Hdf5File.Guarded(_source, "'spikes/units'", () => Hdf5Numbers.ReadList(_units, recording));
        if (seconds.Length != places.Length)
            throw _source.Error($"has {seconds.Length} times and {places.Length} units in recording {recording}");
        AddressEvent[] events = new AddressEvent[seconds.Length];
        for (int i = 0; i < events.Length; i++)
        {
            (EventNumber time, EventNumber unit) = (seconds[i], places[i]);
            bool fits = unit is { Whole: >= 0 and <= int.MaxValue, Fraction: 0 } && !double.IsNaN(time.Fraction)
                && Math.Abs((double)time.Whole) < int.MaxValue;
            events[i] = fits ? new((int)unit.Whole, 0,
                    time.Whole * MicrosecondsPerSecond + (long)Math.Round(time.Fraction * MicrosecondsPerSecond), 1)
                : throw _source.Error($"has in recording {recording}, event {i}, the time {time} and the unit {unit}");
        }
        return events;
    }
}
