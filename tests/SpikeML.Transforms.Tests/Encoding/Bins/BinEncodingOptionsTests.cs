using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.Bins;

public class BinEncodingOptionsTests
{
    public static TheoryData<BinEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { NumFields = 1 }, "NumFields", 1, "NumFields must be 2 to 1024." },
        { new() { NumFields = 1025 }, "NumFields", 1025, "NumFields must be 2 to 1024." },
        { new() { Width = 0 }, "Width", 0.0, "Width must be a finite number above 0." },
        { new() { Width = double.NaN }, "Width", double.NaN, "Width must be a finite number above 0." },
        { new() { Width = 1e39 }, "Width", 1e39, "Width must be a finite number above 0." },
        { new() { MaxRate = 0 }, "MaxRate", 0.0, "MaxRate must be above 0 and at most 1." },
        { new() { MaxRate = 1.0001 }, "MaxRate", 1.0001, "MaxRate must be above 0 and at most 1." },
        { new() { MaxRate = double.NaN }, "MaxRate", double.NaN, "MaxRate must be above 0 and at most 1." },
        { new() { RowKeyColumnName = "" }, "RowKeyColumnName", "",
            "RowKeyColumnName must be the name of a column, or null." },
        { new() { Range = new(1, 0) }, "Range", new ValueRange(1, 0),
            "Range must have finite ends, the highest at least as large as the lowest." },
        { new() { Range = new(0, 1e39) }, "Range", new ValueRange(0, 1e39),
            "Range must have finite ends, the highest at least as large as the lowest." },
        { new() { Range = new(double.NaN, 1) }, "Range", new ValueRange(double.NaN, 1),
            "Range must have finite ends, the highest at least as large as the lowest." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        BinEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new BinEncodingOptions { NumSteps = 1 },
        new BinEncodingOptions { NumFields = 2 }, new BinEncodingOptions { NumFields = 1024 },
        new BinEncodingOptions { Width = double.Epsilon }, new BinEncodingOptions { Width = float.MaxValue },
        new BinEncodingOptions { MaxRate = double.Epsilon }, new BinEncodingOptions { MaxRate = 1 },
        new BinEncodingOptions { RowKeyColumnName = "Row" }, new BinEncodingOptions { RowKeyColumnName = null },
        new BinEncodingOptions { Range = new(3, 3) }, new BinEncodingOptions { Range = new(-float.MaxValue, float.MaxValue) });

    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    public void TryEncodeSlots_lists_the_spikes_in_the_room_that_RoomForSlots_asks_for(double maxRate)
    {
        BinEncodingOptions code = new() { NumSteps = 200, NumFields = 5, MaxRate = maxRate, Range = ValueRange.Unit, Seed = 3 };
        float[] features = [.. Enumerable.Range(0, 20).Select(i => i / 20f)], spikes = new float[20_000];
        code.Encode(features, 0, spikes);
        EncodedRow encoded = new(code, features.Length);
        int room = encoded.RoomForSlots(features);
        Assert.InRange(room, 4000 * maxRate, 4000 * maxRate + 6 * Math.Sqrt(4000 * maxRate) + 64);
        Assert.Equal(Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] == 1), encoded.Slots(features, room));
    }

    [Fact]
    public void TryEncodeSlots_names_the_slot_of_a_value_that_is_not_finite()
    {
        ISlotCode code = new BinEncodingOptions { Range = ValueRange.Unit, Seed = 3 };
        Assert.Equal(1, Assert.Throws<InvalidFeatureException>(() => code.TryEncodeSlots(
            new RowInput { Shape = null!, Values = [0, float.NaN] }, new int[999], [], out _)).Slot);
    }
}
