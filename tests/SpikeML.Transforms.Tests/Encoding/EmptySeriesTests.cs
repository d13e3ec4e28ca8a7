namespace SpikeML.Tests.Encoding;

/// <summary>A series without steps has no spikes, and its spikes no values.</summary>
public class EmptySeriesTests
{
    [Fact]
    public void Encode_and_Decode_of_no_steps_give_nothing()
    {
        foreach (PublicKernel kernel in PublicKernel.OfSeries)
        {
            kernel.Encode([], [], kernel.Options);
            kernel.Decode?.Invoke([], [], kernel.Options);
        }
    }
}
