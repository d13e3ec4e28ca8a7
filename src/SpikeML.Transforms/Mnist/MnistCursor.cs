using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Reads one cursor's share of a view's rows, in the view's order or a shuffled one.</summary>
internal sealed class MnistCursor(
    IChannelProvider provider, MnistDataView view, Func<int, bool> isNeeded, int[]? order, MnistBlocks blocks)
    : RootCursorBase(provider)
{
    private MnistBlocks _blocks = blocks;

    public override DataViewSchema Schema => view.Schema;

    public override long Batch => IsGood ? _blocks.Batch : 0;

    public override bool IsColumnActive(DataViewSchema.Column column)
    {
        CheckColumn(column);
        return isNeeded(column.Index);
    }

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column))
            throw Ch.ExceptParam(nameof(column), $"The column '{column.Name}' was not requested when the cursor was created.");
        Delegate getter = column.Name == MnistSchema.Label
            ? (ValueGetter<uint>)GetLabel
            : (ValueGetter<VBuffer<float>>)GetFeatures;
        return getter as ValueGetter<TValue>
            ?? throw Ch.ExceptParam(nameof(TValue),
                $"The column '{column.Name}' holds {column.Type.RawType}, not {typeof(TValue)}.");
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => GetId;

    protected override bool MoveNextCore() => _blocks.MoveNext();

    private void GetLabel(ref uint value) => value = view.LabelKey(CurrentRow());

    private void GetFeatures(ref VBuffer<float> value) => PixelFeatures.CopyTo(view.Pixels(CurrentRow()), ref value);

    private void GetId(ref DataViewRowId value) => value = view.Id(CurrentRow());

    private int CurrentRow()
    {
        Ch.Check(IsGood, "There is no current row: call MoveNext first, and stop when it returns false.");
        return order is null ? _blocks.Place : order[_blocks.Place];
    }

    private void CheckColumn(DataViewSchema.Column column) =>
        Ch.CheckParam(column.Index < Schema.Count && Schema[column.Index].Equals(column), nameof(column),
            "The column is not part of this view.");
}
