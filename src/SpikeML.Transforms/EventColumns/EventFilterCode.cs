using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A verb of <c>mlContext.Transforms.Events</c> that gives events: some of a row's, or changed ones.</summary>
public abstract record EventFilterCode : EventCode
{
    private protected EventFilterCode()
    {
    }

    /// <summary>Filters or changes events that are in no column.</summary>
    /// <param name="events">The events, in order of time.</param>
    /// <param name="rowKey">What tells equal recordings apart where events are drawn at random.</param>
    /// <returns>New events; <paramref name="events"/> stay as they are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="InvalidOperationException">
    /// The code has yet to be fitted, or the size of the sensor or the seed is not set.
    /// </exception>
    /// <exception cref="InvalidFeatureException">An event is outside the sensor.</exception>
    public AddressEvent[] Apply(ReadOnlySpan<AddressEvent> events, ulong rowKey = 0)
    {
        Validate();
        if (NeedsSensor && Sensor is null)
            throw new InvalidOperationException($"{GetType().Name} needs the size of the sensor: set Height and Width.");
        if (IsOpen)
            throw new InvalidOperationException(
                $"{GetType().Name} learns from data: fit it in a pipeline, and use one of the transformer's Codes.");
        if (IsDrawn && Draws!.Value.Seed is null)
            throw new InvalidOperationException($"{GetType().Name} draws at random: set its Seed.");
        AddressEvent[] own = new AddressEvent[events.Length];
        EventNumbers.Read<long>(EventColumn.ToNumbers(events), own);
        return own[..FilterRow(own, rowKey, new EventMemory())];
    }

    /// <summary>Checks a row's events, and filters or changes them in place.</summary>
    /// <returns>The number of events, which are now the first.</returns>
    internal int FilterRow(Span<AddressEvent> events, ulong rowKey, EventMemory memory)
    {
        Sensor?.Check(events);
        return events.IsEmpty ? 0 : Filter(events, rowKey, memory);
    }

    private protected abstract int Filter(Span<AddressEvent> events, ulong rowKey, EventMemory memory);

    /// <summary>The sensor of the output, or null if it is not known.</summary>
    internal virtual SensorSize? OutputSensor => Sensor;

    /// <summary>Whether the output's sensor is the input's.</summary>
    private protected virtual bool KeepsSensor => true;

    internal override ColumnNotes Notes => new() { Sensor = OutputSensor, KeepsSensor = KeepsSensor };

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => [0, EventColumn.Fields];

    internal override DataViewType OutputType(RowShape shape) => EventColumn.Type;

    internal override SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, SchemaShape.Column.VectorKind.VariableVector, NumberDataViewType.Int64, isKey: false);

    internal override Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch) =>
        new RowSource(this, row, column, shape).MakeEventGetter(this);
}
