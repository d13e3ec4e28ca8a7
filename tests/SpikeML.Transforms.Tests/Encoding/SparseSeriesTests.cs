namespace SpikeML.Tests.Encoding;

/// <summary>Decoders of sparse series check what is listed.</summary>
public class SparseSeriesTests
{
    public static TheoryData<string> Names =>
        [.. PublicKernel.OfSeries.Where(kernel => kernel.Options.DecodesSparse).Select(kernel => kernel.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void DecodeSparse_names_the_slot_of_a_spike_that_is_not_finite(string name)
    {
        SeriesCode code = (SeriesCode)PublicKernel.OfSeries.Single(kernel => kernel.ToString() == name).Options;
        Assert.Equal(21, Assert.Throws<InvalidFeatureException>(() => code.DecodeSparse(
            new SpikeValues([3, 21], [1, float.PositiveInfinity]), [0, 0], new float[100], 2)).Slot);
    }
}
