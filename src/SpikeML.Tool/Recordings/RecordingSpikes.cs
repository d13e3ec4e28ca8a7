using System.Collections.Immutable;
using SpikeML.Events;

namespace SpikeML.Tool.Recordings;

/// <summary>
/// The recordings of a file as rows of spikes: the number of events in each of several equal parts of its time, for each polarity
/// and pixel.
/// </summary>
internal sealed class RecordingSpikes : SpikeFile
{
    public const int DefaultSteps = 100;

    private readonly string _path;
    private readonly int _steps, _width, _height;
    private readonly EventReader _reader;
    private AddressEvent[] _first = [];

    public RecordingSpikes(string path, int steps)
    {
        (_path, _steps) = (path, steps);
        _reader = EventReader.Open(path);
        try
        {
            _first = [.. _reader.Read()];
            (_width, _height) = Sensor();
            (Rows, Dimensions) = (_reader.RecordingCount, [steps, 2, _height, _width]);
            SpikeRows.CheckSlots(Dimensions, path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override ImmutableArray<int> Dimensions { get; }

    public override long Rows { get; }

    public override IEnumerable<SpikeTrain> Trains()
    {
        for (long row = 0; row < Rows; row++)
            yield return Train(row, CancellationToken.None);
    }

    public override SpikeTrain Train(long row, CancellationToken cancellation)
    {
        AddressEvent[] events = row == 0 ? _first : Read((int)row);
        return events.Length == 0 ? SpikeTrain.FromEvents([], _steps, 2, _height, _width)
            : Train(_path, row, () => EventBinning.ByBinCount(events, _height, _width, _steps));
    }

    public override void Dispose()
    {
        _first = [];
        _reader.Dispose();
    }

    /// <summary>The sensor's size or, where the file does not give it, what the events of all recordings need.</summary>
    private (int Width, int Height) Sensor()
    {
        (int x, int y) = (0, 0);
        for (int i = 0; (_reader.Width is null || _reader.Height is null) && i < _reader.RecordingCount; i++)
        {
            foreach (AddressEvent own in i == 0 ? _first : Read(i))
                (x, y) = (Math.Max(x, own.X), Math.Max(y, own.Y));
        }
        return (_reader.Width ?? Math.Min(x, int.MaxValue - 1) + 1, _reader.Height ?? Math.Min(y, int.MaxValue - 1) + 1);
    }

    private AddressEvent[] Read(int recording)
    {
        _reader.MoveTo(recording);
        return [.. _reader.Read()];
    }
}
