namespace SpikeML;

/// <summary>The train that events are put into.</summary>
public sealed record DenseSpikesOptions
{
    /// <summary>The number of time steps, at least 1; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    /// <summary>The neurons' dimensions, such as [28, 28]; empty, the default, is one neuron.</summary>
    public IReadOnlyList<int> Shape { get; init; } = [];

    internal DenseSpikesOptions Validated()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        ArgumentNullException.ThrowIfNull(Shape);
        foreach (int dimension in Shape)
            OptionCheck.AtLeast(1, dimension, nameof(Shape));
        OptionCheck.Require(Shape.Aggregate((long)NumSteps, (product, dimension) => Math.Min(product * dimension, long.MaxValue >> 32)) <= Array.MaxLength,
            NumSteps, nameof(NumSteps), $"NumSteps times the neurons of [{string.Join(", ", Shape)}] must be at most {Array.MaxLength}.");
        return this;
    }

    internal int Length => Shape.Aggregate(NumSteps, (product, dimension) => product * dimension);

    internal static DenseSpikesOptions Load(BinaryReader reader)
    {
        int numSteps = reader.ReadInt32(), dimensions = reader.ReadInt32();
        if (dimensions is < 0 or > 100)
            throw new EndOfStreamException();
        return new DenseSpikesOptions { NumSteps = numSteps, Shape = [.. Enumerable.Range(0, dimensions).Select(_ => reader.ReadInt32())] }.Validated();
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(Shape.Count);
        foreach (int dimension in Shape)
            writer.Write(dimension);
    }
}
