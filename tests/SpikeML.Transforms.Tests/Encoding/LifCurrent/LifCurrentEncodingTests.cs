namespace SpikeML.Tests.Encoding.LifCurrent;

public class LifCurrentEncodingTests
{
    [Fact]
    public void Encode_integrates_leaks_and_resets()
    {
        // With step * rate = 1/2 and a current of 1.25: 0.625, 0.9375, 1.09375 fires; then again.
        LifCurrentEncodingOptions options = new() { NumSteps = 7, StepSeconds = 0.5, MembraneRate = 1 };
        float[] spikes = FeatureCodes.Encode([1.25f, 1, 2], 7, (from, into) => LifCurrentEncoding.Encode(from, into, options));
        Assert.Equal([2, 5], FeatureCodes.Times(spikes, 3, 0));
        Assert.Empty(FeatureCodes.Times(spikes, 3, 1));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], FeatureCodes.Times(spikes, 3, 2));
    }

    [Fact]
    public void StepSeconds_may_not_make_the_membrane_overshoot() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LifCurrentEncoding.Encode([], [], new() { StepSeconds = 0.011 }));
}
