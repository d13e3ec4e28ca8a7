using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;
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
    public static IEnumerable<SpikeBatch> Read(IDataView data, SpikeColumn spikes, DataViewSchema.Column? label,
        DataViewSchema.Column? weight, int batchSize, SpikeBatchOptions options, Func<DataViewRowId, bool>? takes = null,
        Action? checkAlive = null)
    {
        if (options.FreshSpikes)
            data = FreshSpikes.Of(data, options.Epoch);
        string[] names = [spikes.Column.Name, .. new[] { label?.Name, weight?.Name }.OfType<string>()];
        using DataViewRowCursor cursor = Open(data, names, options);
        LabelTensorReader? labels = label is null ? null : LabelTensorReader.Create(cursor, cursor.Schema[label.Value.Name]);
        ExampleWeightReader? weights = weight is null ? null : new(cursor, cursor.Schema[weight.Value.Name]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(cursor.Schema[spikes.Column.Name]);
        ValueGetter<DataViewRowId> idGetter = cursor.GetIdGetter();
        int neurons = spikes.NeuronCount;
        VBuffer<float> values = default;
        DataViewRowId id = default;
        while (true)
        {
            int count = 0;
            Tensor batch = zeros([spikes.NumSteps, batchSize, neurons]);
            while (count < batchSize && MoveNext(cursor))
            {
                checkAlive?.Invoke();
                idGetter(ref id);
                if (takes is not null && !takes(id))
                    continue;
                getter(ref values);
                CheckFinite(values, spikes.Column);
                Place(values, batch, count++, batchSize, neurons);
                labels?.Add();
                weights?.Add();
            }
            if (count == 0 || (count < batchSize && options.DropLast))
            {
                batch.Dispose();
                yield break;
            }
            yield return Finish(batch, labels?.Take(), weights?.Take(), count, spikes.Shape, options.Device);
            if (count < batchSize)
                yield break;
        }
    }

    /// <summary>ML.NET's shuffling wraps the errors of rows in one that does not say what is wrong.</summary>
    private static bool MoveNext(DataViewRowCursor cursor)
    {
        try
        {
            return cursor.MoveNext();
        }
        catch (InvalidOperationException error) when (error.InnerException is InvalidFeatureException row)
        {
            ExceptionDispatchInfo.Throw(row);
            throw;
        }
    }

    private static DataViewRowCursor Open(IDataView data, string[] columns, SpikeBatchOptions options)
    {
        int seed = unchecked((options.ShuffleSeed ?? 0) * 31 + options.Epoch);
        if (options.ShuffleSeed is not null && !data.CanShuffle)
            data = new MLContext(seed).Data.ShuffleRows(data, seed, options.ShufflePoolSize);
        return data.GetRowCursor(columns.Select(name => data.Schema[name]),
            options.ShuffleSeed is null ? null : new Random(seed));
    }

    public static void CheckFinite(in VBuffer<float> row, DataViewSchema.Column column)
    {
        ReadOnlySpan<float> values = row.GetValues();
        // A cheap single pass; only a sum that is not finite is examined.
        if (float.IsFinite(System.Numerics.Tensors.TensorPrimitives.Sum(values)))
            return;
        foreach (KeyValuePair<int, float> slot in row.Items())
        {
            if (!float.IsFinite(slot.Value))
                throw new InvalidOperationException(
                    $"Column '{column.Name}' has {slot.Value} in slot {slot.Key}: spikes must be finite numbers.");
        }
    }

    private static void Place(in VBuffer<float> values, Tensor batch, int row, int batchSize, int neurons)
    {
        Span<float> place = MemoryMarshal.Cast<byte, float>(batch.bytes);
        if (values.IsDense)
            BatchRows.Copy(values.GetValues(), place, row, batchSize, neurons);
        else
            BatchRows.Scatter(values.GetIndices(), values.GetValues(), place, row, batchSize, neurons);
    }

    private static SpikeBatch Finish(Tensor batch, Tensor? labels, Tensor? weights, int count, ImmutableArray<int> shape,
        Device? device)
    {
        Tensor spikes = batch;
        if (count < batch.size(1))
        {
            using Tensor part = batch.narrow(1, 0, count);
            spikes = Replace(batch, part.contiguous());
        }
        spikes = Replace(spikes, spikes.view([spikes.size(0), count, .. shape.Select(dimension => (long)dimension)]));
        return new SpikeBatch(To(spikes, device)!, To(labels, device), To(weights, device));
    }

    private static Tensor? To(Tensor? tensor, Device? device)
    {
        if (tensor is null || device is null || device.type == DeviceType.CPU)
            return tensor;
        if (device.type == DeviceType.CUDA)
            tensor = Replace(tensor, tensor.pin_memory());
        return Replace(tensor, tensor.to(device, non_blocking: true));
    }

    private static Tensor Replace(Tensor old, Tensor replacement)
    {
        old.Dispose();
        return replacement;
    }
}
