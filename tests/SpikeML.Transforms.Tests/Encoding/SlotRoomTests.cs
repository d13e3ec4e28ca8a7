using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding;

/// <summary>
/// Codes list the slots of a row's spikes; drawn ones ask for enough room for them, but not for much more.
/// </summary>
public class SlotRoomTests
{
    private static readonly float[] Row = [.. Enumerable.Range(0, 37).Select(slot => slot % 4 == 0 ? 0 : 0.1f)];
    private static readonly float[] Rates = [.. Row.Select(value => 500 * value)];

    private static readonly (SpikeCode Code, float[] Row, double Expected)[] Cases =
    [
        // 27 of 37 neurons spike with a probability of 0.2 at each of 50 steps.
        (new PoissonIntervalEncodingOptions { NumSteps = 50, Gain = 2, StepMilliseconds = 2, Seed = 1 }, Rates, 27 * 0.2 * 50),
        (new PoissonIntervalEncodingOptions { NumSteps = 50, Gain = 0.5, StepMilliseconds = 8, Seed = 1,
            Intervals = PoissonIntervalDistribution.Exponential }, Rates, 27 * 0.2 * 50),
        (new SignedRateEncodingOptions { NumSteps = 50, Gain = -2, Seed = 1 }, Row, 27 * 0.2 * 50),
        // Ten steps are silent, and zeros spike with the offset as the probability.
        (new RateEncodingOptions { NumSteps = 50, FirstSpikeTime = 10, Gain = 2, Offset = 0.1, Seed = 1 }, Row,
            (27 * 0.3 + 10 * 0.1) * 40),
        (new RateEncodingOptions { TimeVarying = true, FirstSpikeTime = 10, Gain = 2, Offset = 0.1, Seed = 1 }, Row,
            27 * 0.3 + 10 * 0.1),
        // Fewer neurons than a vector has lanes.
        (new RateEncodingOptions { NumSteps = 5000, Gain = 2, Offset = 0.1, Seed = 1 }, [0.1f, 0, 0.05f, 0.2f, 0.1f], 1.4 * 5000),
        (new RateTargetEncodingOptions { NumSteps = 50, FirstSpikeTime = 10, NumClasses = 7, CorrectRate = 0.5,
            IncorrectRate = 0.1, FiringPattern = FiringPattern.Poisson, Seed = 1 }, [2, 6], 2 * (0.5 + 6 * 0.1) * 40),
        (new PopulationRateEncodingOptions { NumSteps = 50, NumFields = 6, Range = ValueRange.Unit, Seed = 1 }, Row,
            50 * Row.Sum(value => Enumerable.Range(0, 6).Sum(field =>
                new GaussianFields(6, 1.5, 0, 1).Activation(value, field)))),
    ];

    public static TheoryData<int> Codes => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void RoomForSlots_is_six_standard_deviations_above_the_expected_number_of_spikes(int code)
    {
        (SpikeCode own, float[] row, double expected) = Cases[code];
        double most = expected + 6 * Math.Sqrt(expected);
        Assert.InRange(new EncodedRow(own, row.Length).RoomForSlots(row), most - 1, most + 3 * SpikeDraws.Lanes + 1);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void TryEncodeSlots_lists_the_spikes_if_there_is_room_for_them(int code)
    {
        (SpikeCode own, float[] row, _) = Cases[code];
        EncodedRow encoded = new(own, row.Length);
        float[] spikes = encoded.EncodeAtOnce(row);
        int[] slots = [.. Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] != 0)];
        Assert.NotEmpty(slots);
        Assert.Equal(slots, encoded.Slots(row, encoded.RoomForSlots(row)));
        Assert.Null(encoded.Slots(row, slots.Length - 1));
        Assert.Null(encoded.Slots(row, 0));
    }

    public static TheoryData<SpikeCode> CountedCodes =>
    [
        new BurstEncodingOptions { NumSteps = 120, MaxSpikes = 30, MinGap = 1, MaxGap = 3 },
        new BurstEncodingOptions { NumSteps = 200, MaxSpikes = 30, MinGap = 1, MaxGap = 3 },
        new LifCurrentEncodingOptions { NumSteps = 127, Gain = 50 }, new LifCurrentEncodingOptions { NumSteps = 128, Gain = 50 },
    ];

    [Theory]
    [MemberData(nameof(CountedCodes))]
    public void TryEncodeSlots_needs_room_for_the_spikes_only_if_they_are_counted_first(SpikeCode code)
    {
        float[] row = [.. Enumerable.Range(0, 70).Select(neuron => neuron % 7 / 6f)];
        EncodedRow encoded = new(code, row.Length);
        float[] spikes = encoded.EncodeAtOnce(row);
        int[] slots = [.. Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] != 0)];
        Assert.NotEmpty(slots);
        Assert.Equal(slots, encoded.Slots(row, slots.Length));
        Assert.Null(encoded.Slots(row, slots.Length - 1));
    }
}
