namespace SpikeML.Plot;

/// <summary>Builds a figure of smoothed firing rates.</summary>
internal static class SmoothedRatePlot
{
    private const int DefaultWidth = 700, DefaultHeight = 320;

    public static PlotFigure Draw(SpikeTrain train, SmoothedRateOptions options)
    {
        IReadOnlyList<NeuronGroup> groups = options.Groups ?? [new NeuronGroup("", train.NeuronCount)];
        int[] groupOf = [.. groups.SelectMany((group, i) => Enumerable.Repeat(i, group.Count))];
        double[][] rates = [.. groups.Select(_ => new double[train.NumSteps])];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            rates[groupOf[spike.Neuron]][spike.Step] += 1.0 / groups[groupOf[spike.Neuron]].Count / (options.SecondsPerStep ?? 1);
        PlotFigure figure = LinePlot.Series([.. groups.Select((group, i) => new NamedLine(group.Name,
            [.. GaussianSmoothing.Smooth(rates[i], options.Sigma).Select(rate => (float)rate)]) { Color = group.Color })],
            new LineOptions
            {
                Title = options.Title,
                XLabel = options.XLabel,
                YLabel = options.YLabel ?? (options.SecondsPerStep is null
                    ? "Spikes per step and neuron" : "Firing rate (spikes/s)"),
                Width = options.Width ?? DefaultWidth,
                Height = options.Height ?? DefaultHeight,
                Scale = options.Scale,
                Theme = options.Theme,
                SecondsPerStep = options.SecondsPerStep,
            });
        figure.Model.Axes[1].Minimum = 0;
        if (train.Count == 0)
            figure.Model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes));
        return figure;
    }
}
