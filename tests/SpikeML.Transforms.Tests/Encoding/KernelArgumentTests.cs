namespace SpikeML.Tests.Encoding;

/// <summary>Every public kernel checks its arguments before it reads or writes.</summary>
public class KernelArgumentTests
{
    public static TheoryData<string> Names => [.. All.Select(kernel => kernel.ToString())];

    private static IEnumerable<PublicKernel> All => PublicKernel.OfFeatures.Concat(PublicKernel.OfSeries);

    [Fact]
    public void Every_code_of_features_and_series_is_here() => Assert.Equal(
        SpikeCodes.Encoders.Where(entry => entry.Default is FeatureCode or SeriesCode).Select(entry => entry.CodeType.Name)
            .Except([nameof(SpikeTimesEncodingOptions)]).Order(),
        All.Select(kernel => kernel.ToString()).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernels_refuse_missing_options(string name)
    {
        PublicKernel kernel = Find(name);
        Assert.Throws<ArgumentNullException>("options", () => Encode(kernel, null));
        if (kernel.Decode is not null)
            Assert.Throws<ArgumentNullException>("options", () => Decode(kernel, null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernels_refuse_options_out_of_range(string name)
    {
        PublicKernel kernel = Find(name);
        Assert.Throws<ArgumentOutOfRangeException>(() => Encode(kernel, kernel.Refused));
        if (kernel.Decode is not null)
            Assert.Throws<ArgumentOutOfRangeException>(() => Decode(kernel, kernel.Refused));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernels_refuse_lengths_that_do_not_match(string name)
    {
        PublicKernel kernel = Find(name);
        foreach (int more in (int[])[-1, 1])
        {
            Assert.Throws<ArgumentException>(() =>
                kernel.Encode(kernel.Row, new float[kernel.SpikeCount + more], kernel.Options));
            if (kernel.Decode is not null)
                Assert.Throws<ArgumentException>(() =>
                    kernel.Decode(new float[kernel.SpikeCount + more], new float[kernel.Row.Length], kernel.Options));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernels_refuse_spans_that_share_memory(string name)
    {
        PublicKernel kernel = Find(name);
        if (kernel.Options is RateEncodingOptions or LatencyEncodingOptions)
            return;
        float[] memory = new float[kernel.SpikeCount + kernel.Row.Length - 1];
        Assert.Throws<ArgumentException>(() => kernel.Encode(
            memory.AsSpan(0, kernel.Row.Length), memory.AsSpan(kernel.Row.Length - 1), kernel.Options));
        if (kernel.Decode is not null)
            Assert.Throws<ArgumentException>(() => kernel.Decode(
                memory.AsSpan(kernel.Row.Length - 1), memory.AsSpan(0, kernel.Row.Length), kernel.Options));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernels_name_the_slot_of_a_value_that_is_not_finite(string name)
    {
        PublicKernel kernel = Find(name);
        float[] row = kernel.Row, spikes = new float[kernel.SpikeCount];
        (row[1], spikes[1]) = (float.NaN, float.PositiveInfinity);
        Assert.Equal(1, Assert.Throws<InvalidFeatureException>(() =>
            kernel.Encode(row, new float[kernel.SpikeCount], kernel.Options)).Slot);
        if (kernel.Decode is not null)
            Assert.Equal(1, Assert.Throws<InvalidFeatureException>(() =>
                kernel.Decode(spikes, new float[kernel.Row.Length], kernel.Options)).Slot);
    }

    [Theory]
    [InlineData(nameof(BurstEncodingOptions), 1.1f)]
    [InlineData(nameof(LatencyEncodingOptions), 1.1f)]
    [InlineData(nameof(LogLatencyEncodingOptions), 1.1f)]
    [InlineData(nameof(PhaseEncodingOptions), 1.1f)]
    [InlineData(nameof(PhaseEncodingOptions), -0.1f)]
    [InlineData(nameof(PoissonIntervalEncodingOptions), -0.1f)]
    public void Kernels_name_the_slot_of_a_value_beyond_the_range_of_the_code(string name, float value)
    {
        PublicKernel kernel = Find(name);
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() =>
            kernel.Encode([0.5f, value], new float[kernel.SpikeCount], kernel.Options));
        Assert.Equal((1, value), (error.Slot, error.Value));
    }

    [Fact]
    public void Kernels_that_draw_refuse_a_missing_seed()
    {
        PublicKernel[] drawn = [.. All.Where(kernel => kernel.Options.IsDrawn)];
        Assert.NotEmpty(drawn);
        foreach (PublicKernel kernel in drawn)
            Assert.Throws<ArgumentException>(() =>
                Encode(kernel, kernel.Options.WithDraws(kernel.Options.Draws!.Value with { Seed = null })));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernels_take_rows_without_values(string name)
    {
        PublicKernel kernel = Find(name);
        kernel.Encode([], [], kernel.Options);
        kernel.Decode?.Invoke([], [], kernel.Options);
    }

    private static PublicKernel Find(string name) => All.Single(kernel => kernel.ToString() == name);

    private static void Encode(PublicKernel kernel, SpikeCode? options) =>
        kernel.Encode(kernel.Row, new float[kernel.SpikeCount], options);

    private static void Decode(PublicKernel kernel, SpikeCode? options) =>
        kernel.Decode!(new float[kernel.SpikeCount], new float[kernel.Row.Length], options);
}
