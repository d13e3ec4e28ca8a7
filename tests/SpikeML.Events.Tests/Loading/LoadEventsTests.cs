using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests;

namespace SpikeML.Events.Tests.Loading;

public sealed class LoadEventsTests : IDisposable
{
    private static readonly EventReaderOptions Sensor = new() { Width = 4, Height = 3 };

    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _context = new(seed: 0);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadEvents_gives_a_row_for_each_recording_with_the_class_of_its_folder()
    {
        Write("10/a.dat", (1, 1, 5, 1));
        Write("2/b.dat", (2, 2, 7, 0), (0, 0, 9, 1));
        Write("2/c.dat");
        IDataView rows = _context.Data.LoadEvents(_folder.Path, new() { Reader = Sensor });
        Assert.Equal(3, rows.GetRowCount());
        Assert.Equal([[1, 1, 5, 1], [2, 2, 7, 0, 0, 0, 9, 1], []], Column<long>(rows, "Events"));
        Assert.Equal(["2", "10"], KeyNames(rows));
        Assert.Equal([2u, 1u, 1u], rows.GetColumn<uint>("Label"));
        Assert.Equal(["a.dat", "b.dat", "c.dat"], rows.GetColumn<string>("Path").Select(path => Path.GetFileName(path)));
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Int64, 0, 4), rows.Schema["Events"].Type);
        Assert.Equal([3, 4], new[] { "SensorHeight", "SensorWidth" }.Select(kind => Annotation(rows, kind)));
    }

    [Fact]
    public void LoadEvents_cuts_recordings_by_time_and_keeps_times_without_events()
    {
        string path = Write("a.dat", (0, 0, 100, 1), (1, 0, 149, 1), (2, 0, 150, 0), (3, 0, 320, 1));
        IDataView rows = _context.Data.LoadEvents(path, new() { SliceDuration = 50, Reader = Sensor, NumSteps = 2 });
        Assert.Null(rows.GetRowCount());
        Assert.Equal([100, 150, 200, 250, 300], rows.GetColumn<long>("Start"));
        Assert.Equal([[0, 0, 100, 1, 1, 0, 149, 1], [2, 0, 150, 0], [], [], [3, 0, 320, 1]], Column<long>(rows, "Events"));
        Assert.Equal("Vector<Single, 2, 2, 3, 4>", rows.Schema["Spikes"].Type.ToString());
        Assert.Equal([2, 1, 0, 0, 1], Column<float>(rows, "Spikes").Select(spikes => spikes.Sum()));
        // Polarity 1, step 0 and x = 0; polarity 1, step 1 and x = 1.
        Assert.Equal([12, 24 + 12 + 1], Column<float>(rows, "Spikes").First().Select((spike, slot) => (spike, slot))
            .Where(pair => pair.spike > 0).Select(pair => pair.slot));
    }

    [Fact]
    public void LoadEvents_cuts_recordings_by_number_of_events()
    {
        string path = Write("a.dat", [.. Enumerable.Range(0, 10_001).Select(i => (i % 4, 0, i, 1))]);
        IDataView rows = _context.Data.LoadEvents(path, new() { EventsPerSlice = 100 });
        long[][] events = [.. Column<long>(rows, "Events")];
        Assert.Equal((101, 400, 4), (events.Length, events[0].Length, events[^1].Length));
        Assert.Equal(Enumerable.Range(0, 10_001).Select(i => (long)i), events.SelectMany(row => row.Where((_, i) => i % 4 == 2)));
    }

    [Fact]
    public void LoadEvents_sorts_events_that_come_late_and_refuses_later_ones()
    {
        string path = Write("a.dat", (0, 0, 100, 1), (1, 0, 165, 1), (2, 0, 140, 0), (3, 0, 170, 1));
        Assert.Equal([[0, 0, 100, 1, 2, 0, 140, 0], [1, 0, 165, 1, 3, 0, 170, 1]],
            Column<long>(_context.Data.LoadEvents(path, new() { SliceDuration = 50 }), "Events"));
        (int, int, int, int)[] late = [.. Enumerable.Range(0, 5000).Select(i => (0, 0, 10 * i, 1)), (0, 0, 0, 0)];
        IDataView rows = _context.Data.LoadEvents(Write("b.dat", late), new() { SliceDuration = 50 });
        string message = Assert.Throws<FormatException>(() => Column<long>(rows, "Events").Count()).Message;
        Assert.Contains("has event 5000 at 0 microseconds, after events at 49990. Set Lateness to at least 49990,", message,
            StringComparison.Ordinal);
    }

    /// <summary>A slice of many batches, each out of order: sorting with every batch would allocate 190 MB.</summary>
    [Fact]
    public void LoadEvents_sorts_a_slice_once_whatever_its_length()
    {
        const int Count = 200_000;
        string path = Write("a.dat", [.. Enumerable.Range(0, Count).Select(i => (0, 0, i ^ 1, 1))]);
        IDataView rows = _context.Data.LoadEvents(path, new() { SliceDuration = Count });
        using DataViewRowCursor cursor = rows.GetRowCursor([]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(cursor.MoveNext());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60 << 20);
        Assert.Equal(Enumerable.Range(0, Count).Select(i => (long)i),
            Column<long>(rows, "Events").Single().Where((_, i) => i % 4 == 2));
    }

    /// <summary>Names that are numbers, others, and two of one number, in every order of the recordings.</summary>
    [Fact]
    public void LoadEvents_orders_classes_the_same_whatever_the_order_of_recordings()
    {
        string[] labels = ["2", "10", "1a", "02", "-3"];
        string[] paths = [.. labels.Select((_, i) => Write($"{i}.dat", (0, 0, i, 1)))];
        string file = _folder.Write("labels.csv",
            System.Text.Encoding.UTF8.GetBytes(string.Concat(labels.Select((label, i) => $"{i}.dat,{label}\n"))));
        Random random = new(1);
        for (int trial = 0; trial < 40; trial++)
        {
            random.Shuffle(paths);
            Assert.Equal(["-3", "02", "2", "10", "1a"], KeyNames(_context.Data.LoadEvents(paths, new() { LabelsPath = file })));
        }
    }

    [Fact]
    public void Classes_in_a_file_may_follow_a_space_and_have_a_quotation_mark_at_one_end()
    {
        string[] paths = [Write("a.dat", (1, 1, 5, 1)), Write("b.dat", (1, 1, 5, 1))];
        string labels = _folder.Write("labels.csv", "a.dat, \"cat, big\"\nb.dat,5\"\n"u8.ToArray());
        Assert.Equal(["5", "cat, big"], KeyNames(_context.Data.LoadEvents(paths, new() { LabelsPath = labels })));
    }

    [Fact]
    public void LoadEvents_takes_classes_from_a_file()
    {
        string[] paths = [Write("a.dat", (1, 1, 5, 1)), Write("b.dat", (1, 1, 5, 1))];
        string labels = _folder.Write("labels.csv", "file,label\r\n\"b.dat\",\"dog, big\" \r\na.dat, cat\r\n"u8.ToArray());
        IDataView rows = _context.Data.LoadEvents(paths, new() { LabelsPath = labels });
        Assert.Equal(["cat", "dog, big"], KeyNames(rows));
        Assert.Equal([1u, 2u], rows.GetColumn<uint>("Label"));
        string other = _folder.Write("other.csv", "b.dat,dog\n"u8.ToArray());
        Assert.Contains("does not name", Assert.Throws<FormatException>(() =>
            _context.Data.LoadEvents(paths, new() { LabelsPath = other })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadEvents_gives_a_row_for_each_recording_of_shd()
    {
        string path = Recordings.Fixture("shd.h5");
        IDataView rows = _context.Data.LoadEvents(path, new() { NumSteps = 4, Reader = new() { Width = 700, Height = 1 } });
        Assert.Equal(["0", "4", "19"], KeyNames(rows));
        Assert.Equal([2u, 1u, 3u], rows.GetColumn<uint>("Label"));
        Assert.Equal([1, 2, 3], Column<float>(rows, "Spikes").Select(spikes => spikes.Sum()));
    }

    /// <summary>A file of many recordings stays open, whatever the order of its rows.</summary>
    [Fact]
    public void LoadEvents_reads_the_recordings_of_shd_in_any_order()
    {
        string path = Recordings.Fixture("shd.h5");
        IDataView rows = _context.Data.LoadEvents([path, Write("a.dat", (0, 0, 1, 1)), path], new()
        {
            LabelsPath = _folder.Write("labels.csv", "shd.h5,a\na.dat,b\n"u8.ToArray()),
            EventsPerSlice = 2,
        });
        Dictionary<string, int> expected = new() { ["0,0"] = 2, ["10,0"] = 2, ["20,0"] = 2, ["22,0"] = 2, ["0,1"] = 1 };
        for (int seed = 0; seed < 10; seed++)
        {
            IDataView shuffled = seed == 0 ? rows : _context.Data.ShuffleRows(rows, seed);
            Assert.Equal(expected, Column<long>(shuffled, "Events").Select(own => $"{own[0]},{(own[2] == 1 ? 1 : 0)}")
                .CountBy(own => own).ToDictionary());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Cursors_divide_the_recordings_and_read_independently(int count)
    {
        for (int i = 0; i < 7; i++)
            Write($"{i}.dat", (0, 0, i, 1), (0, 0, i + 10, 1), (0, 0, i + 20, 1));
        IDataView rows = _context.Data.LoadEvents(_folder.Path, new() { EventsPerSlice = 2 });
        DataViewRowCursor[] cursors = rows.GetRowCursorSet([rows.Schema["Events"]], count);
        Assert.Equal(Math.Min(count, 7), cursors.Length);
        List<(long Batch, UInt128 Id, long Time)> read = [];
        // All are open at a time.
        while (cursors.Select(cursor => Next(cursor, read)).ToArray().Contains(true))
        {
        }
        Assert.Equal(Enumerable.Range(0, 7).SelectMany(i => (long[])[i, i + 20]), read.OrderBy(row => row.Batch)
            .Select(row => row.Time));
        Assert.Equal(14, read.Select(row => row.Id).Distinct().Count());
        foreach (DataViewRowCursor cursor in cursors)
            cursor.Dispose();
    }

    [Fact]
    public void ShuffleRows_gives_every_recording_once()
    {
        for (int i = 0; i < 20; i++)
            Write($"{i:D2}.dat", (0, 0, i, 1));
        IDataView rows = _context.Data.LoadEvents(_folder.Path);
        long[] times = [.. Column<long>(_context.Data.ShuffleRows(rows, seed: 1), "Events").Select(row => row[2])];
        Assert.NotEqual(times.Order(), times);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)i), times.Order());
    }

    [Fact]
    public void LoadEvents_says_what_is_wrong_with_paths_and_options()
    {
        Assert.Throws<FileNotFoundException>(() => _context.Data.LoadEvents(_folder.File("none")));
        Assert.Throws<FileNotFoundException>(() => _context.Data.LoadEvents(_folder.Path));
        string path = Write("a.dat", (0, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.Data.LoadEvents(path, new() { SliceDuration = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            _context.Data.LoadEvents(path, new() { SliceDuration = 1, EventsPerSlice = 1 }));
        Assert.Contains("does not say how large the sensor is", Assert.Throws<FormatException>(() =>
            _context.Data.LoadEvents(path, new() { NumSteps = 3 })).Message, StringComparison.Ordinal);
        Assert.Contains("use at most 1165 steps", Assert.Throws<ArgumentOutOfRangeException>(() => _context.Data.LoadEvents(path,
            new() { NumSteps = 2000, Reader = new() { Width = 1280, Height = 720 } })).Message, StringComparison.Ordinal);
        _folder.Write("b.md", "# read me"u8.ToArray());
        Assert.Contains("If it is not a recording, leave it out with SearchPattern", Assert.Throws<FormatException>(() =>
            Column<long>(_context.Data.LoadEvents(_folder.Path), "Events").Count()).Message, StringComparison.Ordinal);
        Write("y/z/b.dat", (0, 0, 1, 1));
        Assert.Contains("has files, such as 'a.dat', and subfolders with files, such as 'z'",
            Assert.Throws<FormatException>(() => _context.Data.LoadEvents(Path.GetDirectoryName(Write("y/a.dat"))!)).Message,
            StringComparison.Ordinal);
        File.Delete(_folder.File("y/a.dat"));
        Assert.Contains("has no class", Assert.Throws<FormatException>(() =>
            _context.Data.LoadEvents([path, _folder.File("y")])).Message, StringComparison.Ordinal);
    }

    private static bool Next(DataViewRowCursor cursor, List<(long, UInt128, long)> read)
    {
        if (!cursor.MoveNext())
            return false;
        VBuffer<long> events = default;
        cursor.GetGetter<VBuffer<long>>(cursor.Schema["Events"])(ref events);
        DataViewRowId id = default;
        cursor.GetIdGetter()(ref id);
        read.Add((cursor.Batch, new UInt128(id.High, id.Low), events.GetItemOrDefault(2)));
        return true;
    }

    private string Write(string name, params (int X, int Y, int Time, int Polarity)[] events)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        EventWriter.Write(_folder.File(name), events.Select(own => new AddressEvent(own.X, own.Y, own.Time, own.Polarity)),
            EventFormat.Dat);
        return _folder.File(name);
    }

    private static IEnumerable<T[]> Column<T>(IDataView rows, string name) =>
        rows.GetColumn<VBuffer<T>>(name).Select(row => row.DenseValues().ToArray());

    private static string[] KeyNames(IDataView rows)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        rows.Schema["Label"].GetKeyValues(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    private static int Annotation(IDataView rows, string kind)
    {
        int value = 0;
        rows.Schema["Events"].Annotations.GetValue(kind, ref value);
        return value;
    }
}
