using Microsoft.ML;

namespace SpikeML.Tests.EventTensors;

/// <summary>Rows of events through a pipeline.</summary>
internal static class EventRows
{
    public static SpikeTrain Bin(EventSpikesOptions options, AddressEvent[] events) => Bins(options, events).Single();

    public static SpikeTrain[] Bins(EventSpikesOptions options, params AddressEvent[][] rows)
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadFromEnumerable(rows.Select(own => new Row { Events = EventColumn.ToNumbers(own) }));
        return [.. context.Transforms.Events.ToSpikes("Spikes", "Events", options).Fit(data).Transform(data)
            .GetSpikeTrains("Spikes")];
    }

    private sealed class Row
    {
        public long[] Events { get; set; } = [];
    }
}
