using System.Collections.Immutable;
using System.Text.Json;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Parquet;

/// <summary>Spikes in a table that the tool has written, with one row group in memory at a time.</summary>
internal sealed class ParquetSpikes : SpikeFile
{
    private readonly string _path;
    private readonly ParquetField[] _fields;

    private ParquetSpikes(ParquetContent content, string path, string? column)
    {
        (Content, _path) = (content, path);
        if (DimensionsOf(content) is not { } dimensions)
            throw ToolException.BadInput($"'{path}' holds no spikes of 'spikeml encode', whose files say how many steps and "
                + "neurons they have.");
        Dimensions = dimensions;
        SpikeRows.CheckSlots(Dimensions, path);
        _fields = [.. content.Fields.Where(field => field.IsList)];
        Type[] types = [.. _fields.Select(field => field.Data.ClrType)];
        if (!types.SequenceEqual([typeof(float)]) && !types.SequenceEqual([typeof(int), typeof(int), typeof(float)]))
            throw ToolException.BadInput($"The columns of '{path}' are not those of spikes: encode it again.");
        if (column is not null && _fields.All(field => field.Name != column))
            throw NamedColumn.Missing(column, [.. _fields.Select(field => field.Name)], "--column", $"'{path}'");
    }

    public ParquetContent Content { get; }

    public override ImmutableArray<int> Dimensions { get; }

    public override long Rows => Content.Rows;

    /// <param name="path">The file.</param>
    /// <param name="column">The column of spikes that the user asks for, or null.</param>
    public static ParquetSpikes Open(string path, string? column)
    {
        ParquetContent content = ParquetContent.Open(path);
        try
        {
            return new ParquetSpikes(content, path, column);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>The steps, then the neurons' dimensions, or null if the file holds no spikes.</summary>
    public static ImmutableArray<int>? DimensionsOf(ParquetContent content)
    {
        if (!content.Metadata.TryGetValue(ParquetTableWriter.DimensionsKey, out string? text))
            return null;
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            int[] dimensions = [.. json.RootElement.EnumerateArray().Select(dimension => dimension.GetInt32())];
            return dimensions.Length > 0 && dimensions.All(dimension => dimension > 0) ? [.. dimensions] : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public override IEnumerable<SpikeTrain> Trains()
    {
        long before = 0;
        for (int group = 0; group < Content.GroupRows.Length; before += Content.GroupRows[group++])
        {
            ParquetColumn[] columns = Read(group);
            for (int row = 0; row < Content.GroupRows[group]; row++)
                yield return Make(before + row, columns, row);
        }
    }

    public override SpikeTrain Train(long row, CancellationToken cancellation)
    {
        int group = 0;
        long place = row;
        while (place >= Content.GroupRows[group])
            place -= Content.GroupRows[group++];
        return Make(row, Read(group), (int)place);
    }

    public override void Dispose() => Content.Dispose();

    private ParquetColumn[] Read(int group) => [.. _fields.Select(field => Content.Read(group, field))];

    private SpikeTrain Make(long row, ParquetColumn[] columns, int place)
    {
        ImmutableArray<int> neurons = NeuronDimensions;
        return columns is [ParquetColumn<float> dense]
            ? Train(_path, row, () => SpikeTrain.FromDense(RowOf(dense, place), Dimensions[0], neurons.AsSpan()))
            : Train(_path, row, () => SpikeTrain.FromEvents(Events(columns, place), Dimensions[0], neurons.AsSpan()));
    }

    private static IEnumerable<SpikeEvent> Events(ParquetColumn[] columns, int place)
    {
        int[] steps = [.. RowOf((ParquetColumn<int>)columns[0], place)],
            neurons = [.. RowOf((ParquetColumn<int>)columns[1], place)];
        float[] values = [.. RowOf((ParquetColumn<float>)columns[2], place)];
        if (steps.Length != values.Length || neurons.Length != values.Length)
            throw new ArgumentException("Its lists differ in length.");
        return steps.Zip(neurons, values).Select(spike => new SpikeEvent(spike.First, spike.Second, spike.Third));
    }

    private static ReadOnlySpan<T> RowOf<T>(ParquetColumn<T> column, int place)
        where T : struct => column.Values.AsSpan(column.Starts![place]..column.Starts[place + 1]);
}
