namespace SpikeML.Nir;

/// <summary>The constants of the neurons of a node.</summary>
/// <param name="Membrane">Those of the membranes.</param>
/// <param name="Synapse">Those of the synapses, or null without synapses.</param>
/// <param name="Fires">Whether the neurons fire; otherwise they put out their membranes.</param>
internal sealed record NeuronConstants(MembraneConstants Membrane, SynapseConstants? Synapse, bool Fires);
