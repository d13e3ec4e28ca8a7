namespace SpikeML;

/// <summary>Checks of class indices.</summary>
internal static class LabelCheck
{
    /// <summary>Throws for the first label that is not a class.</summary>
    public static void AllClasses(ReadOnlySpan<float> labels, int numClasses)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numClasses);
        for (int slot = 0; slot < labels.Length; slot++)
        {
            if (!(IsClass(labels[slot]) && labels[slot] < numClasses))
                throw new InvalidFeatureException(slot, labels[slot], float.IsNaN(labels[slot])
                    ? "The label is missing: drop such rows first, for example with mlContext.Data.FilterRowsByMissingValues."
                    : FormattableString.Invariant(
                        $"Labels must be whole numbers from 0 to {numClasses - 1}: raise NumClasses, or use MapValueToKey."));
        }
    }

    /// <summary>Throws for the first label that cannot be a class, whatever the number of classes.</summary>
    public static void AllWhole(ReadOnlySpan<float> labels) => AllClasses(labels, MostClasses);

    /// <summary>Class indices are kept in single precision, which holds every whole number up to here.</summary>
    public const int MostClasses = 1 << 24;

    private static bool IsClass(float label) => label >= 0 && label == MathF.Floor(label);
}
