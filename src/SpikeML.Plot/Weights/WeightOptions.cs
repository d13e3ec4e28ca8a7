namespace SpikeML.Plot;

/// <summary>Options of weight figures. The default size is about 600 x 400 pixels.</summary>
public sealed record WeightOptions : FigureOptions
{
    /// <summary>The magnitude at both ends of the colour map, above 0. Set it to compare several layers.</summary>
    /// <value>Null by default: the largest magnitude of the weights.</value>
    public double? Limit { get; init; }

    /// <summary>The colour map from minus <see cref="Limit"/> to <see cref="Limit"/>.</summary>
    /// <value><see cref="ColorMap.Diverging"/> by default.</value>
    public ColorMap Colors { get; init; } = ColorMap.Diverging;

    /// <summary>For receptive fields: the indices of the neurons to draw, from 0.</summary>
    /// <value>Null by default: the first 36.</value>
    public IReadOnlyList<int>? Neurons { get; init => field = OptionList.Copy(value); }

    /// <summary>For receptive fields: the number of columns, at least 1.</summary>
    /// <value>Null by default: a roughly square grid.</value>
    public int? Columns { get; init; }

    internal void Validate(int neuronCount)
    {
        ArgumentNullException.ThrowIfNull(Colors);
        OptionCheck.Require(Limit is null or (> 0 and < double.PositiveInfinity), Limit, nameof(Limit),
            "Limit must be a finite number above 0.");
        OptionCheck.Require(Columns is null or >= 1, Columns, nameof(Columns), "Columns must be at least 1.");
        OptionCheck.Require(Neurons is null or { Count: > 0 }, 0, nameof(Neurons), "Neurons must name at least one neuron.");
        foreach (int neuron in Neurons ?? [])
            OptionCheck.Require(neuron >= 0 && neuron < neuronCount, neuron, nameof(Neurons),
                $"Neurons must be 0 to {neuronCount - 1}.");
    }
}
