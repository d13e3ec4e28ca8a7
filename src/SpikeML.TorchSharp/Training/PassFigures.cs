namespace SpikeML.Torch;

/// <summary>Sums over the rows of a pass.</summary>
/// <param name="Loss">The losses of the rows times their weights.</param>
/// <param name="Hits">The weight of the rows that are classified correctly; NaN for regression.</param>
/// <param name="Weight">The weight of the rows; without weights, their number.</param>
internal readonly record struct PassFigures(double Loss, double Hits, double Weight)
{
    public static PassFigures operator +(PassFigures left, PassFigures right) =>
        new(left.Loss + right.Loss, left.Hits + right.Hits, left.Weight + right.Weight);
}
