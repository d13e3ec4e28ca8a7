namespace SpikeML;

/// <summary>The spikes of a row in its own form: every value, or the values of ascending slots.</summary>
internal readonly ref struct SpikeValues
{
    /// <summary>A dense train: time-major values, all neurons of step 0 first.</summary>
    public SpikeValues(ReadOnlySpan<float> values) => Values = values;

    /// <summary>A sparse train: ascending slots and their values; a value may be 0.</summary>
    public SpikeValues(ReadOnlySpan<int> slots, ReadOnlySpan<float> values)
    {
        IsSparse = true;
        Slots = slots;
        Values = values;
    }

    public static implicit operator SpikeValues(ReadOnlySpan<float> values) => new(values);

    /// <summary>Whether the values belong to <see cref="Slots"/>.</summary>
    public bool IsSparse { get; }

    public ReadOnlySpan<int> Slots { get; }

    public ReadOnlySpan<float> Values { get; }

    /// <summary>The number of spikes of each neuron.</summary>
    public void Count(Span<float> counts)
    {
        if (IsSparse)
            SparseReadout.Count(Slots, Values, counts);
        else
            DenseReadout.Count(Values, counts);
    }

    /// <summary>The sum of each neuron's spikes.</summary>
    public void Sum(Span<float> sums)
    {
        using PooledSpan<double> own = new(sums.Length);
        if (IsSparse)
            SparseReadout.Sum(Slots, Values, own.Span);
        else
            DenseSums.Sum(Values, own.Span);
        DenseSums.Narrow(own.Span, sums);
    }

    /// <summary>The step of each neuron's first spike, or <paramref name="numSteps"/> if there is none.</summary>
    public void FirstSpikeTime(int numSteps, Span<float> times)
    {
        if (IsSparse)
            SparseReadout.FirstSpikeTime(Slots, Values, numSteps, times);
        else
            DenseReadout.FirstSpikeTime(Values, times);
    }

    /// <summary>
    /// The mean interval between each neuron's spikes in steps, with the first interval counted from before step 0; infinite if
    /// there are no spikes.
    /// </summary>
    /// <param name="intervals">Receives one number per neuron; needs room for whole vectors.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    public void MeanIntervals(Span<double> intervals, int neuronCount)
    {
        if (IsSparse)
            SpikeIntervals.Mean(Slots, Values, intervals, neuronCount);
        else
            SpikeIntervals.Mean(Values, intervals, neuronCount);
    }
}
