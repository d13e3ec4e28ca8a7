using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace SpikeML.Tests.Mnist;

public sealed class MnistDataViewTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadMnist_gives_a_label_key_and_a_picture()
    {
        DataViewSchema schema = Load(1, 2, 3).Schema;

        var key = Assert.IsType<KeyDataViewType>(schema["Label"].Type);
        Assert.Equal((10ul, typeof(uint)), (key.Count, key.RawType));
        VBuffer<int> digits = default;
        schema["Label"].GetKeyValues(ref digits);
        Assert.Equal(Enumerable.Range(0, 10), digits.DenseValues());
        var picture = Assert.IsType<VectorDataViewType>(schema["Features"].Type);
        Assert.Equal(NumberDataViewType.Single, picture.ItemType);
        Assert.Equal([2, 3], picture.Dimensions);
        Assert.Equal(2, schema.Count);
    }

    [Fact]
    public void LoadMnist_gives_every_row_in_order()
    {
        IDataView data = Load(300, 2, 3);

        Assert.Equal(300, data.GetRowCount());
        Row[] rows = Read(data.GetRowCursor(data.Schema));
        Assert.Equal(300, rows.Length);
        for (int i = 0; i < rows.Length; i++)
            AssertIsRow(i, rows[i], 6);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(63, 4)]
    [InlineData(64, 4)]
    [InlineData(65, 4)]
    [InlineData(257, 2)]
    [InlineData(1000, 3)]
    [InlineData(1000, 100)]
    [InlineData(1000, 0)]
    [InlineData(1000, -1)]
    public void GetRowCursorSet_shares_the_rows_out_in_batches(int count, int wanted)
    {
        IDataView data = Load(count, 1, 1);

        Row[][] shares = [.. data.GetRowCursorSet(data.Schema, wanted).Select(Read)];

        Assert.True(wanted <= 0 || shares.Length <= wanted);
        Assert.All(shares, share => Assert.NotEmpty(share));
        Assert.All(shares, share => Assert.Equal(share.Select(row => row.Batch).Order(), share.Select(row => row.Batch)));
        int[] owners = [.. shares.SelectMany((share, i) => share.Select(row => row.Batch).Distinct().Select(_ => i))];
        Assert.Equal(owners.Length, shares.SelectMany(share => share.Select(row => row.Batch)).Distinct().Count());
        AssertHasEveryRow(count, [.. shares.SelectMany(share => share).OrderBy(row => row.Batch)]);
    }

    [Fact]
    public void GetRowCursorSet_gives_several_cursors_when_there_are_rows_enough() =>
        Assert.Equal(4, Load(1000, 1, 1).GetRowCursorSet([], 4).Length);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void GetRowCursorSet_shuffles_all_rows_together_when_given_a_generator(int wanted)
    {
        IDataView data = Load(1000, 1, 1);

        Row[] rows = [.. data.GetRowCursorSet(data.Schema, wanted, new Random(5)).SelectMany(Read).OrderBy(row => row.Batch)];
        Row[] again = Read(data.GetRowCursor(data.Schema, new Random(5)));

        Assert.Equal(rows.Select(row => row.Id), again.Select(row => row.Id));
        Assert.NotEqual(rows.Select(row => row.Id), rows.Select(row => row.Id).Order());
        AssertHasEveryRow(1000, [.. rows.OrderBy(row => row.Id)]);
    }

    [Fact]
    public async Task GetRowCursorSet_gives_cursors_that_work_at_the_same_time()
    {
        IDataView data = Load(5000, 2, 2);
        Row[][] shares = await Task.WhenAll(data.GetRowCursorSet(data.Schema, 8)
            .Select(cursor => Task.Run(() => Read(cursor), TestContext.Current.CancellationToken)));

        Row[] rows = [.. shares.SelectMany(share => share).OrderBy(row => row.Id)];
        for (int i = 0; i < rows.Length; i++)
            AssertIsRow(i, rows[i], 4);
    }

    [Fact]
    public void GetRowCursor_gives_no_value_of_a_column_that_was_not_asked_for()
    {
        IDataView data = Load(1, 1, 1);
        using DataViewRowCursor cursor = data.GetRowCursor([data.Schema["Label"]]);

        Assert.True(cursor.IsColumnActive(data.Schema["Label"]));
        Assert.False(cursor.IsColumnActive(data.Schema["Features"]));
        Assert.ThrowsAny<ArgumentException>(() => cursor.GetGetter<VBuffer<float>>(data.Schema["Features"]));
        Assert.ThrowsAny<ArgumentException>(() => cursor.GetGetter<int>(data.Schema["Label"]));
    }

    [Fact]
    public void GetRowCursor_gives_no_value_before_the_first_row_and_after_the_last()
    {
        IDataView data = Load(1, 1, 1);
        using DataViewRowCursor cursor = data.GetRowCursor(data.Schema);
        ValueGetter<uint> label = cursor.GetGetter<uint>(data.Schema["Label"]);
        uint value = 0;

        Assert.Throws<InvalidOperationException>(() => label(ref value));
        Assert.True(cursor.MoveNext());
        label(ref value);
        Assert.False(cursor.MoveNext());
        Assert.Throws<InvalidOperationException>(() => label(ref value));
    }

    [Fact]
    public void Views_survive_what_MLNet_does_with_data()
    {
        IDataView data = Load(500, 2, 3);
        AssertHasEveryRow(500, Read(_mlContext.Data.Cache(data)));
        AssertHasEveryRow(500, [.. Read(_mlContext.Data.ShuffleRows(data, 3)).OrderBy(row => row.Id)]);
        Assert.Equal(3u, data.Preview(3).RowView[2].Values[0].Value);

        DataOperationsCatalog.TrainTestData halves = _mlContext.Data.TrainTestSplit(data, 0.3);
        Row[] both = [.. Read(halves.TrainSet), .. Read(halves.TestSet)];
        AssertHasEveryRow(500, [.. both.OrderBy(row => row.Id)]);

        var folds = _mlContext.Data.CrossValidationSplit(data, 4);
        AssertHasEveryRow(500, [.. folds.SelectMany(fold => Read(fold.TestSet)).OrderBy(row => row.Id)]);
    }

    [Fact]
    public void Views_can_be_saved_and_loaded()
    {
        IDataView data = Load(200, 2, 3);
        using (FileStream file = File.Create(_folder.File("data.idv")))
            _mlContext.Data.SaveAsBinary(data, file);

        IDataView loaded = _mlContext.Data.LoadFromBinary(_folder.File("data.idv"));

        Assert.Equal(data.Schema["Features"].Type, loaded.Schema["Features"].Type);
        Assert.Equal(data.Schema["Label"].Type, loaded.Schema["Label"].Type);
        VBuffer<int> digits = default;
        loaded.Schema["Label"].GetKeyValues(ref digits);
        Assert.Equal(Enumerable.Range(0, 10), digits.DenseValues());
        AssertHasEveryRow(200, Read(loaded));
    }

    [Fact]
    public void Views_can_be_enumerated_as_objects()
    {
        Digit[] digits = [.. _mlContext.Data.CreateEnumerable<Digit>(Load(20, 1, 2), reuseRowObject: false)];

        Assert.Equal(Enumerable.Range(0, 20).Select(i => (uint)i % 10 + 1), digits.Select(digit => digit.Label));
        Assert.Equal([2 / 255f, 3 / 255f], digits[1].Features);
    }

    [Fact]
    public void Keys_map_back_to_digits()
    {
        IDataView data = Load(20, 1, 1);
        IDataView mapped = _mlContext.Transforms.Conversion.MapKeyToValue("Digit", "Label").Fit(data).Transform(data);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => i % 10), mapped.GetColumn<int>("Digit"));
    }

    [Fact]
    public void Rows_keep_their_order_through_a_parallel_pipeline()
    {
        IDataView data = Load(5000, 1, 1);
        IDataView copied = _mlContext.Transforms.CopyColumns("Copy", "Features")
            .Append(_mlContext.Transforms.NormalizeMinMax("Copy")).Fit(data).Transform(data);
        AssertHasEveryRow(5000, Read(copied));
    }

    private IDataView Load(int count, int rows, int columns)
    {
        string images = _folder.Write("images", IdxBytes.Images(count, rows, columns));
        string labels = _folder.Write("labels", IdxBytes.Labels([.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))]));
        return _mlContext.Data.LoadMnist(images, labels);
    }

    private static Row[] Read(IDataView data) => Read(data.GetRowCursor([data.Schema["Label"], data.Schema["Features"]]));

    private static Row[] Read(DataViewRowCursor cursor)
    {
        using (cursor)
        {
            var label = cursor.GetGetter<uint>(cursor.Schema["Label"]);
            var features = cursor.GetGetter<VBuffer<float>>(cursor.Schema["Features"]);
            var id = cursor.GetIdGetter();
            var rows = new List<Row>();
            for (long position = 0; cursor.MoveNext(); position++)
            {
                Assert.Equal(position, cursor.Position);
                uint key = 0;
                VBuffer<float> values = default;
                DataViewRowId rowId = default;
                label(ref key);
                features(ref values);
                id(ref rowId);
                rows.Add(new Row(rowId.Low, cursor.Batch, key, [.. values.DenseValues()]));
            }
            return [.. rows];
        }
    }

    private static void AssertHasEveryRow(int count, Row[] rows) =>
        Assert.Equal(Enumerable.Range(0, count).Select(i => (uint)i % 10 + 1), rows.Select(row => row.Label));

    private static void AssertIsRow(int index, Row row, int pixelCount)
    {
        Assert.Equal(((ulong)index, (uint)index % 10 + 1), (row.Id, row.Label));
        Assert.Equal(Enumerable.Range(index * pixelCount, pixelCount).Select(i => i % 251 / 255f), row.Features);
    }

    private sealed record Row(ulong Id, long Batch, uint Label, float[] Features);

    private sealed class Digit
    {
        [KeyType(10)]
        public uint Label { get; set; }

        [VectorType(2)]
        public float[] Features { get; set; } = [];
    }
}
