using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Formats;

/// <summary>Encoded rows that are to be written.</summary>
/// <param name="View">The columns of the output.</param>
/// <param name="SpikeColumn">The column with the spikes.</param>
/// <param name="LabelColumn">The column with the label; null where there is none.</param>
/// <param name="First">The place of the first row in all data.</param>
/// <param name="Count">How many there are.</param>
internal sealed record SpikeRows(WatchedView View, string SpikeColumn, string? LabelColumn, long First, long Count)
{
    /// <summary>The steps, then the neurons' dimensions.</summary>
    public ImmutableArray<int> Dimensions { get; } = ((VectorDataViewType)View.Schema[SpikeColumn].Type).Dimensions;

    public int Slots => Dimensions.Aggregate(1, (product, dimension) => product * dimension);

    public int Neurons => Slots / Dimensions[0];

    /// <summary>Reads row by row, each time into the same buffer.</summary>
    /// <param name="visit">Gets each row's spikes.</param>
    /// <param name="bind">Gives, for a row whose label can be read, what is done for each row besides.</param>
    public void ForEach(VisitRow visit, Func<DataViewRow, Action>? bind = null)
    {
        DataViewSchema.Column spikeColumn = View.Schema[SpikeColumn];
        using DataViewRowCursor cursor = View.GetRowCursor(
            LabelColumn is not null && bind is not null ? [spikeColumn, View.Schema[LabelColumn]] : [spikeColumn]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikeColumn);
        Action? alsoDo = bind?.Invoke(cursor);
        VBuffer<float> spikes = default;
        for (long row = First; cursor.MoveNext(); row++)
        {
            getter(ref spikes);
            visit(row, spikes);
            alsoDo?.Invoke();
        }
    }

    public delegate void VisitRow(long row, in VBuffer<float> spikes);
}
