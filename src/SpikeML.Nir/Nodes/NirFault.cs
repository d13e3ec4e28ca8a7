using System.Globalization;

namespace SpikeML.Nir;

/// <summary>What is wrong with a parameter of a node, as the end of a sentence that names the node; null if nothing is.</summary>
internal static class NirFault
{
    /// <summary>The largest size of windows and inputs.</summary>
    private const int Most = 1_000_000;

    public static string? OfShape(string field, NirShape? shape) => shape is null ? $"has no {field}"
        : shape.Count == 0 || shape.Contains(0) ? $"has the {field} {shape}; it needs at least one dimension, and none of 0"
        : null;

    /// <summary>An array is missing, or has a number that is not finite.</summary>
    public static string? OfNumbers(string field, NirArray? values) =>
        values is null ? $"has no {field}" : OfEach(field, values, double.IsFinite, "finite");

    /// <summary>An array has a number that it may not have.</summary>
    public static string? OfEach(string field, NirArray values, Predicate<double> isRight, string range)
    {
        int wrong = values.IndexOf(value => !isRight(value));
        return wrong < 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"has {values[wrong]} in {field}, at index {wrong}; every value must be {range}");
    }

    /// <summary>Parameters of neurons: all in one shape, all finite.</summary>
    public static string? OfNeurons(IEnumerable<(string Name, NirArray Values)> parameters)
    {
        (string Name, NirArray? Values) first = default;
        foreach ((string name, NirArray? values) in parameters)
        {
            if ((OfNumbers(name, values) ?? OfShape($"shape of {name}", values!.Shape)) is { } fault)
                return fault;
            first = first.Values is null ? (name, values) : first;
            if (!values.Shape.Equals(first.Values!.Shape))
            {
                return $"has {name} of shape {values.Shape} and {first.Name} of shape {first.Values.Shape}; all parameters must "
                    + "have the neurons' shape";
            }
        }
        return null;
    }

    public static string? OfWeights(NirArray? weight, int rank, string dimensions) => OfNumbers("weight", weight)
        ?? (weight!.Shape.Count == rank && weight.Size > 0 ? null
            : $"has a weight of shape {weight.Shape}; it must be {dimensions}");

    public static string? OfBias(NirArray? bias, int outputs) => OfNumbers("bias", bias)
        ?? (bias!.Shape.Equals([outputs]) ? null : $"has a bias of shape {bias.Shape}; its weight needs [{outputs}]");

    public static string? OfAtLeast(string field, NirSize size, int least) =>
        Math.Min(size.Height, size.Width) >= least && Math.Max(size.Height, size.Width) <= Most ? null
            : FormattableString.Invariant($"has the {field} {size}; it must be at least {least} and at most {Most:N0}");

    /// <summary>What a kernel makes of its input has no values, or more than an array can have.</summary>
    public static string? OfOutput(int channels, params ReadOnlySpan<int> sizes)
    {
        double values = channels;
        foreach (int size in sizes)
            values *= size;
        return values == 0 ? "has a kernel that is larger than its input"
            : values > int.MaxValue ? "has more than 2,147,483,647 values in its input or output" : null;
    }

    public static string? OfConvolution(int groups, int outputs, NirSize stride, NirPadding? padding, NirSize dilation) =>
        OfAtLeast("stride", stride, 1) ?? OfAtLeast("dilation", dilation, 1)
        ?? (padding is null ? "has no padding" : OfAtLeast("padding", padding.Size, 0))
        ?? (groups < 1 || outputs % groups != 0
            ? $"has {groups} groups; they must divide its {Counted.Of(outputs, "output channel")}" : null)
        ?? (padding!.Kind == NirPaddingKind.Same && stride != 1 ? $"has the padding 'same' and the stride {stride}; "
            + "'same' needs a stride of 1" : null);
}
