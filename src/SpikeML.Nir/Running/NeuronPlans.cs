namespace SpikeML.Nir;

/// <summary>The constants of neurons for a time step, from a node's parameters: forward Euler.</summary>
/// <param name="node">The node.</param>
/// <param name="reading">The time step.</param>
/// <param name="layout">The order of the neurons in memory.</param>
internal sealed class NeuronPlans(FlatNode node, NirReading reading, SignalLayout? layout)
{
    // A time constant of one step, stored in single precision, may be a little shorter.
    private const double Tolerance = 1e-6;

    /// <summary>The constants of a node of neurons, or null for another node.</summary>
    public NeuronConstants? Constants() => node.Node switch
    {
        NirLif lif => new(Leaky(lif.Tau, lif.R, lif.VLeak, lif.VThreshold, lif.VReset), null, Fires: true),
        NirLi li => new(Leaky(li.Tau, li.R, li.VLeak), null, Fires: false),
        NirIf neurons => new(Perfect(neurons.R, neurons.VThreshold, neurons.VReset), null, Fires: true),
        NirI neurons => new(Perfect(neurons.R), null, Fires: false),
        NirCubaLif lif => new(Leaky(lif.TauMem, lif.R, lif.VLeak, lif.VThreshold, lif.VReset, "tau_mem"),
            Synapse(lif.TauSyn, lif.WIn), Fires: true),
        NirCubaLi li => new(Leaky(li.TauMem, li.R, li.VLeak, name: "tau_mem"), Synapse(li.TauSyn, li.WIn), Fires: false),
        _ => null,
    };

    /// <summary>Values in single precision.</summary>
    public NodeConstants Of(NirArray values) => new(values.ToSingles(), layout);

    private MembraneConstants Leaky(NirArray tau, NirArray r, NirArray leak, NirArray? threshold = null, NirArray? reset = null,
        string name = "tau")
    {
        double[] shares = Shares(tau, name);
        return new(Each(shares, share => 1 - share), Product(shares, r), Product(shares, leak), Of(threshold ?? leak),
            Of(reset ?? leak));
    }

    private MembraneConstants Perfect(NirArray r, NirArray? threshold = null, NirArray? reset = null)
    {
        double[] steps = new double[r.Size];
        Array.Fill(steps, reading.Step);
        return new(Each(steps, _ => 1), Product(steps, r), Each(steps, _ => 0), Of(threshold ?? r), Of(reset ?? r));
    }

    private SynapseConstants Synapse(NirArray tau, NirArray weights)
    {
        double[] shares = Shares(tau, "tau_syn");
        return new(Each(shares, share => 1 - share), Product(shares, weights), reading.DelayedSynapses);
    }

    /// <summary>The share of a time constant that passes in a step.</summary>
    private double[] Shares(NirArray tau, string name)
    {
        int tooShort = tau.IndexOf(value => reading.Step / value > 1 + Tolerance);
        OptionCheck.Require(tooShort < 0, reading.Step, nameof(NirReading.TimeStep),
            $"The node '{node.Name}' ({node.Node.Type}) has {tau[tooShort]} s in {name}, at index {tooShort}, which is less than "
                + $"the time step of {reading.Step} s: its neurons would oscillate. Choose a TimeStep no longer than the "
                + $"shortest time constant.");
        return [.. tau.ToDoubles().Select(value => Math.Min(1, reading.Step / value))];
    }

    private NodeConstants Product(double[] factors, NirArray values)
    {
        double[] own = values.ToDoubles();
        return new([.. factors.Select((factor, i) => (float)(factor * own[i]))], layout);
    }

    private NodeConstants Each(double[] values, Func<double, double> change) =>
        new([.. values.Select(value => (float)change(value))], layout);
}
