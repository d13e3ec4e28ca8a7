using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>
/// Spikes in a table. A table does not contain the numbers of rows, steps and neurons, so they are the smallest that its spikes
/// need; rows are counted from the first row in the file.
/// </summary>
internal sealed class CsvSpikes : SpikeFile
{
    private readonly string _path;
    private readonly long _firstRow;

    private CsvSpikes(string path, long firstRow, long rows, int steps, int neurons)
    {
        (_path, _firstRow, Rows, Dimensions) = (path, firstRow, rows, [steps, neurons]);
    }

    public override ImmutableArray<int> Dimensions { get; }

    public override long Rows { get; }

    public override long FirstRow => _firstRow;

    public override bool IsOpenEnded => true;

    public static CsvSpikes Scan(string path)
    {
        long first = -1, last = -1;
        int steps = 1, neurons = 1;
        foreach ((long row, SpikeEvent spike) in Lines(path))
        {
            if (row < last)
                throw ToolException.BadInput($"'{path}': row {row} comes after row {last}: rows must be in order.");
            first = first < 0 ? row : first;
            (last, steps, neurons) = (row, Math.Max(steps, spike.Step + 1), Math.Max(neurons, spike.Neuron + 1));
        }
        SpikeRows.CheckSlots([steps, neurons], path);
        return new CsvSpikes(path, Math.Max(first, 0), first < 0 ? 0 : last - first + 1, steps, neurons);
    }

    public override IEnumerable<SpikeTrain> Trains()
    {
        long row = _firstRow;
        List<SpikeEvent> spikes = [];
        foreach ((long at, SpikeEvent spike) in Lines(_path))
        {
            for (; row < at; row++)
            {
                yield return Train(row, spikes);
                spikes = [];
            }
            spikes.Add(spike);
        }
        if (Rows > 0)
            yield return Train(row, spikes);
    }

    public override SpikeTrain Train(long row, CancellationToken cancellation)
    {
        List<SpikeEvent> spikes = [];
        foreach ((long at, SpikeEvent spike) in Lines(_path).TakeWhile(line => line.Row <= _firstRow + row))
        {
            cancellation.ThrowIfCancellationRequested();
            if (at == _firstRow + row)
                spikes.Add(spike);
        }
        return Train(_firstRow + row, spikes);
    }

    public override void Dispose()
    {
    }

    private SpikeTrain Train(long row, List<SpikeEvent> spikes) =>
        Train(_path, row, () => SpikeTrain.FromEvents(spikes, Dimensions[0], Dimensions[1]));

    private static IEnumerable<(long Row, SpikeEvent Spike)> Lines(string path)
    {
        using StreamReader reader = new(path);
        string header = Encoding.UTF8.GetString(CsvOutput.Header).TrimEnd();
        if (reader.ReadLine() != header)
            throw ToolException.BadInput($"'{path}' is not a table of spikes: its first line is not '{header}'.");
        for (int line = 2; reader.ReadLine() is string text; line++)
            yield return Parse(text)
                ?? throw ToolException.BadInput($"'{path}', line {line}: '{ShownText.Start(text)}' is not {header}.");
    }

    private static (long Row, SpikeEvent Spike)? Parse(string line) =>
        line.Split(',') is [string row, string step, string neuron, string value]
        && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out long atRow)
        && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int atStep)
        && int.TryParse(neuron, NumberStyles.None, CultureInfo.InvariantCulture, out int atNeuron)
        && float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out float amplitude)
        // Numbers are the largest index plus one.
        && atRow < long.MaxValue && atStep < int.MaxValue && atNeuron < int.MaxValue
            ? (atRow, new SpikeEvent(atStep, atNeuron, amplitude))
            : null;
}
