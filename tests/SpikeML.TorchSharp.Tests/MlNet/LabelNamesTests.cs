using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests;
using SpikeML.Tests.Conformance;

namespace SpikeML.Torch.Tests.MlNet;

/// <summary>Label values of every type come back from a model file, and damaged counts of them cost nothing.</summary>
public class LabelNamesTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Text_is_saved_and_bounded() => Verify("Text", "a", "bb", "ccc");

    [Fact]
    public void Singles_are_saved_and_bounded() => Verify("Single", 0.5f, 1.5f, 2.5f);

    [Fact]
    public void Long_integers_are_saved_and_bounded() => Verify("Integer", 0L, 1L << 40, 2L << 40);

    [Fact]
    public void Bytes_are_saved_and_bounded() => Verify<byte>("Byte", 0, 100, 200);

    [Fact]
    public void Times_are_saved_and_bounded() =>
        Verify("Time", Row.Epoch, Row.Epoch + TimeSpan.FromDays(1), Row.Epoch + TimeSpan.FromDays(2));

    private void Verify<T>(string column, params T[] expected)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("model.zip");
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 9).Select(id => new Row(id)).ToArray());
        ITransformer model = _context.Transforms.Conversion.MapValueToKey("Label", column)
            .Append(_context.MulticlassClassification.Trainers.SpikingNetwork(
                options: new() { Layers = [], Epochs = 1, Seed = 1 })).Fit(data);
        _context.Model.Save(model, data.Schema, path);
        Assert.Equal(expected, KeyValues<T>(_context.Model.Load(path, out _).GetOutputSchema(data.Schema)["PredictedLabel"]));
        DamagedNumbers.Verify(path);
    }

    /// <summary>Text as such.</summary>
    private static IEnumerable<T> KeyValues<T>(DataViewSchema.Column column)
    {
        if (typeof(T) != typeof(string))
            return Read<T>(column);
        return Read<ReadOnlyMemory<char>>(column).Select(text => (T)(object)text.ToString());
    }

    private static T[] Read<T>(DataViewSchema.Column column)
    {
        VBuffer<T> values = default;
        column.GetKeyValues(ref values);
        return [.. values.DenseValues()];
    }

    private sealed class Row(int id)
    {
        public static readonly DateTimeOffset Epoch = new(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));

        [VectorType(2, 3)]
        public float[] Spikes { get; } = [id % 2, 1, 0, 1, id % 3, 1];

        public string Text => new((char)('a' + id % 3), id % 3 + 1);

        public float Single => id % 3 + 0.5f;

        public long Integer => (long)(id % 3) << 40;

        public byte Byte => (byte)(id % 3 * 100);

        public DateTimeOffset Time => Epoch + TimeSpan.FromDays(id % 3);
    }
}
