namespace SpikeML.Nir;

/// <summary>A node with a value of each parameter for each neuron; it takes in and puts out one value per neuron.</summary>
public abstract record NirNeurons : NirNode
{
    private protected NirNeurons()
    {
    }

    /// <summary>The neurons' shape, which is that of every parameter.</summary>
    public NirShape Shape => Arrays.First().Values.Shape;

    internal sealed override NirShape? OwnInput => Shape;

    internal sealed override NirShape? Output(NirShape? input) => Shape;

    internal sealed override string? Fault() => NirFault.OfNeurons(Arrays) ?? Arrays.Where(array => array.Name.StartsWith("tau",
        StringComparison.Ordinal)).Select(array => NirFault.OfEach(array.Name, array.Values, value => value > 0, "above 0"))
        .FirstOrDefault(fault => fault is not null);
}
