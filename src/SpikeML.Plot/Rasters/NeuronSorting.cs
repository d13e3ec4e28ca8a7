namespace SpikeML.Plot;

/// <summary>Sorts neurons into the order in which a raster stacks them.</summary>
internal static class NeuronSorting
{
    /// <summary>
    /// The train and options with neurons in the order of the options, with the neurons of each class together.
    /// </summary>
    public static (SpikeTrain Train, RasterOptions Options) Apply(SpikeTrain train, RasterOptions options) =>
        options.Classes is null && options.Order == NeuronOrder.Index ? (train, options) : Sort(train, options);

    private static (SpikeTrain Train, RasterOptions Options) Sort(SpikeTrain train, RasterOptions options)
    {
        string[] classes = options.Classes is null ? [] : [.. options.Classes.Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> places = classes.Index().ToDictionary(item => item.Item, item => item.Index);
        double[] keys = Keys(train, options.Order);
        int[] neurons = [.. Enumerable.Range(0, train.NeuronCount)
            .OrderBy(neuron => options.Classes is null ? 0 : places[options.Classes[neuron]])
            .ThenBy(neuron => keys[neuron])];
        return (Reordered(train, neurons), options with
        {
            Classes = null,
            Order = NeuronOrder.Index,
            Labels = options.Labels is { } labels ? [.. neurons.Select(neuron => labels[neuron])] : null,
            YLabel = options.YLabel ?? Label(options),
            Groups = options.Classes is null ? null
                : [.. classes.Select(name => new NeuronGroup(name, options.Classes.Count(of => of == name)))],
        });
    }

    private static string? Label(RasterOptions options) => options.Order switch
    {
        _ when options.Classes is not null => null,
        NeuronOrder.Rate => "Neurons by rate",
        _ => "Neurons by first spike",
    };

    private static double[] Keys(SpikeTrain train, NeuronOrder order)
    {
        double[] keys = new double[train.NeuronCount];
        if (order == NeuronOrder.FirstSpike)
            Array.Fill(keys, double.NegativeInfinity);
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            if (order == NeuronOrder.Rate)
                keys[spike.Neuron]++;
            else if (order == NeuronOrder.FirstSpike)
                keys[spike.Neuron] = Math.Max(keys[spike.Neuron], -spike.Step);
        }
        return keys;
    }

    private static SpikeTrain Reordered(SpikeTrain train, int[] neurons)
    {
        int[] rows = new int[neurons.Length];
        for (int row = 0; row < rows.Length; row++)
            rows[neurons[row]] = row;
        return SpikeTrain.FromEvents(train.Select(spike => spike with { Neuron = rows[spike.Neuron] }), train.NumSteps,
            train.NeuronCount);
    }
}
