using System.Runtime.ExceptionServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Reads a data view once and creates batches.</summary>
internal static class SpikeBatches
{
    /// <param name="data">The data to read.</param>
    /// <param name="spikes">Its spike column.</param>
    /// <param name="label">Its label column, or null.</param>
    /// <param name="weight">Its column of example weights, or null.</param>
    /// <param name="batchSize">The number of rows per batch, at least 1.</param>
    /// <param name="options">The options.</param>
    /// <param name="takes">Selects rows by their ids, or null for all rows.</param>
    /// <param name="checkAlive">Throws if reading has been cancelled; called before each row.</param>
    /// <param name="asEvents">Whether batches on the CPU may have their spikes as events alone.</param>
    public static IEnumerable<SpikeBatch> Read(IDataView data, SpikeColumn spikes, DataViewSchema.Column? label,
        DataViewSchema.Column? weight, int batchSize, SpikeBatchOptions options, Func<DataViewRowId, bool>? takes = null,
        Action? checkAlive = null, bool asEvents = false)
    {
        if (options.FreshSpikes)
            data = FreshSpikes.Of(data, options.Epoch);
        string[] names = [spikes.Column.Name, .. new[] { label?.Name, weight?.Name }.OfType<string>()];
        using DataViewRowCursor cursor = Open(data, names, options);
        LabelTensorReader? labels = label is null ? null : LabelTensorReader.Create(cursor, cursor.Schema[label.Value.Name]);
        ExampleWeightReader? weights = weight is null ? null : new(cursor, cursor.Schema[weight.Value.Name]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(cursor.Schema[spikes.Column.Name]);
        ValueGetter<DataViewRowId> idGetter = cursor.GetIdGetter();
        VBuffer<float> values = default;
        DataViewRowId id = default;
        using BatchSpikes batch = new(spikes.NumSteps, batchSize, spikes.NeuronCount, asEvents, options.Device);
        while (true)
        {
            while (batch.Rows < batchSize && MoveNext(cursor))
            {
                checkAlive?.Invoke();
                idGetter(ref id);
                if (takes is not null && !takes(id))
                    continue;
                getter(ref values);
                CheckFinite(values, spikes.Column);
                batch.Add(values);
                labels?.Add();
                weights?.Add();
            }
            bool isLast = batch.Rows < batchSize;
            if (batch.Rows == 0 || (isLast && options.DropLast))
                yield break;
            yield return Finish(batch, labels?.Take(), weights?.Take(), spikes, options.Device);
            if (isLast)
                yield break;
        }
    }

    private static bool MoveNext(DataViewRowCursor cursor)
    {
        try
        {
            return cursor.MoveNext();
        }
        catch (InvalidOperationException error) when (ParallelRows.CauseOf(error) != error)
        {
            ExceptionDispatchInfo.Throw(ParallelRows.CauseOf(error));
            throw;
        }
    }

    private static DataViewRowCursor Open(IDataView data, string[] columns, SpikeBatchOptions options)
    {
        int seed = unchecked((options.ShuffleSeed ?? 0) * 31 + options.Epoch);
        data = new ParallelRows(data, options.Threads);
        if (options.ShuffleSeed is not null && !data.CanShuffle)
            data = new MLContext(seed).Data.ShuffleRows(data, seed, options.ShufflePoolSize);
        return data.GetRowCursor(columns.Select(name => data.Schema[name]),
            options.ShuffleSeed is null ? null : new Random(seed));
    }

    /// <summary>Throws if a value is not finite. The message has the demand and, if a row is given, its position.</summary>
    public static void CheckFinite(in VBuffer<float> row, DataViewSchema.Column column,
        string demand = "spikes must be finite numbers", DataViewRow? at = null)
    {
        ReadOnlySpan<float> values = row.GetValues();
        // A cheap single pass; only a sum that is not finite is examined.
        if (float.IsFinite(System.Numerics.Tensors.TensorPrimitives.Sum(values)))
            return;
        foreach (KeyValuePair<int, float> slot in row.Items())
        {
            if (!float.IsFinite(slot.Value))
                throw new InvalidOperationException(
                    FormattableString.Invariant($"Column '{column.Name}' has {slot.Value} in slot {slot.Key}")
                        + (at is null ? "" : FormattableString.Invariant($" at row {at.Position}")) + $": {demand}.");
        }
    }

    private static SpikeBatch Finish(BatchSpikes batch, Tensor? labels, Tensor? weights, SpikeColumn column, Device? device)
    {
        int rows = batch.Rows;
        (Tensor? dense, InputEvents? events) = batch.Take();
        long[] shape = [column.NumSteps, rows, .. column.Shape.Select(dimension => (long)dimension)];
        return new SpikeBatch(Viewed(dense, shape), events, shape, Moved(labels, device), Moved(weights, device));
    }

    private static Tensor? Viewed(Tensor? tensor, long[] shape)
    {
        using (tensor)
            return tensor?.view(shape);
    }

    private static Tensor? Moved(Tensor? tensor, Device? device) => tensor is null ? null : DeviceCopy.To(tensor, device);
}
