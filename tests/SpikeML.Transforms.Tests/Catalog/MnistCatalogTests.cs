using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Catalog;

public class MnistCatalogTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    public static TheoryData<int, int, int, int[]> Subsets => new()
    {
        { 10, 1, 0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
        { 10, 2, 0, [0, 1, 2, 3, 4] },
        { 10, 2, 1, [5, 6, 7, 8, 9] },
        { 10, 3, 0, [0, 1, 2] },
        { 10, 3, 2, [6, 7, 8] },
        { 10, 10, 9, [9] },
        { 10, 11, 4, [] },
    };

    [Theory]
    [MemberData(nameof(Subsets))]
    public void TakeSubset_takes_a_block_of_any_data(int count, int factor, int index, int[] expected)
    {
        Item[] items = [.. Enumerable.Range(0, count).Select(i => new Item { Number = i })];
        IDataView known = _mlContext.Data.LoadFromEnumerable(items);
        IDataView unknown = _mlContext.Data.FilterRowsByColumn(known, "Number", lowerBound: 0);

        Assert.Null(unknown.GetRowCount());
        Assert.Equal(expected, Numbers(_mlContext.Data.TakeSubset(known, factor, index)));
        Assert.Equal(expected, Numbers(_mlContext.Data.TakeSubset(unknown, factor, index)));
    }

    [Theory]
    [MemberData(nameof(Subsets))]
    public void TakeSubset_takes_a_block_of_digits(int count, int factor, int index, int[] expected)
    {
        IDataView data = _mlContext.Data.LoadSampleDigits(count);
        uint[] labels = [.. data.GetColumn<uint>("Label")];

        IDataView subset = _mlContext.Data.TakeSubset(data, factor, index);

        Assert.Equal(expected.Length, subset.GetRowCount());
        Assert.Equal(expected.Select(i => labels[i]), subset.GetColumn<uint>("Label"));
    }

    [Fact]
    public void TakeSubset_of_digits_stays_parallel_and_can_be_shuffled_and_cut_again()
    {
        IDataView data = _mlContext.Data.LoadSampleDigits(2000);
        IDataView subset = _mlContext.Data.TakeSubset(data, 4, 3);

        Assert.True(subset.CanShuffle);
        Assert.Equal(3, subset.GetRowCursorSet(subset.Schema, 3).Length);
        IDataView last = _mlContext.Data.TakeSubset(subset, 2, 1);
        Assert.Equal(data.GetColumn<float[]>("Features").Skip(1750), last.GetColumn<float[]>("Features"));
        uint[] shuffled = [.. _mlContext.Data.ShuffleRows(subset, 7).GetColumn<uint>("Label")];
        Assert.Equal(subset.GetColumn<uint>("Label").Order(), shuffled.Order());
        Assert.NotEqual(subset.GetColumn<uint>("Label"), shuffled);
    }

    [Theory]
    [InlineData(0, 0, "factor")]
    [InlineData(-3, 0, "factor")]
    [InlineData(3, -1, "index")]
    [InlineData(3, 3, "index")]
    public void TakeSubset_refuses_a_block_that_is_none(int factor, int index, string parameter)
    {
        IDataView data = _mlContext.Data.LoadSampleDigits(3);
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => _mlContext.Data.TakeSubset(data, factor, index));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void LoadSampleDigits_refuses_a_count_out_of_range(int wrong)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("count", () => _mlContext.Data.LoadSampleDigits(wrong));
        Assert.Equal(wrong, error.ActualValue);
    }

    [Fact]
    public void LoadSampleDigits_gives_what_SampleDigits_draws()
    {
        IDataView data = _mlContext.Data.LoadSampleDigits(12, seed: 3);
        float[][] features = [.. data.GetColumn<float[]>("Features")];
        byte[] pixels = new byte[SampleDigits.PixelCount];

        int label = SampleDigits.Draw(3, 11, pixels);

        Assert.Equal([28, 28], ((VectorDataViewType)data.Schema["Features"].Type).Dimensions);
        Assert.Equal(label + 1u, data.GetColumn<uint>("Label").Last());
        Assert.Equal(pixels.Select(pixel => pixel / 255f), features[11]);
    }

    [Fact]
    public void LoadSampleDigits_gives_digits_that_a_linear_model_learns_but_not_entirely()
    {
        IDataView train = _mlContext.Data.LoadSampleDigits(3000, seed: 1);
        IDataView test = _mlContext.Data.LoadSampleDigits(2000, seed: 2);

        var model = _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(optimizationTolerance: 1e-3f).Fit(train);

        double accuracy = _mlContext.MulticlassClassification.Evaluate(model.Transform(test)).MicroAccuracy;
        Assert.InRange(accuracy, 0.80, 0.96);
    }

    private static int[] Numbers(IDataView data) => [.. data.GetColumn<float>("Number").Select(number => (int)number)];

    private sealed class Item
    {
        public float Number { get; set; }
    }
}
