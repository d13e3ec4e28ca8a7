namespace SpikeML.Plot;

/// <summary>Checks of options that name neurons or group them.</summary>
internal static class NeuronCheck
{
    /// <param name="labels">One name for each neuron, or null.</param>
    /// <param name="train">The train whose neurons they name.</param>
    public static void Labels(IReadOnlyList<string>? labels, SpikeTrain train) =>
        OptionCheck.Require(labels is null || labels.Count == train.NeuronCount, labels?.Count, nameof(Labels),
            $"Labels must have one entry for each neuron of the train ({train.NeuronCount}).");

    /// <param name="groups">The groups, or null.</param>
    /// <param name="train">The train whose neurons they group.</param>
    public static void Groups(IReadOnlyList<NeuronGroup>? groups, SpikeTrain train)
    {
        if (groups is null)
            return;
        OptionCheck.Require(groups.All(group => group.Count >= 1), groups.Select(group => group.Count).DefaultIfEmpty().Min(),
            nameof(Groups), "A group must have at least 1 neuron.");
        long total = groups.Sum(group => (long)group.Count);
        OptionCheck.Require(total == train.NeuronCount, total, nameof(Groups),
            $"The groups' counts must add up to the number of neurons ({train.NeuronCount}).");
    }
}
