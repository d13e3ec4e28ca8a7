namespace SpikeML.Benchmarks.Codes;

/// <summary>A fitted code, and rows that it gives a density on.</summary>
/// <param name="Code">The code, with all that was learned.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Density">The share of values that are not 0.</param>
/// <param name="Text">How the density is reached.</param>
internal sealed record Setting(SpikeCode Code, InputRows Rows, double Density, string Text)
{
    /// <summary>Turns the first dial that reaches a density; null where none does, with how near they came.</summary>
    public static Setting? Find(IEnumerable<Dial> dials, double density, out double closest)
    {
        closest = double.NaN;
        foreach (Dial dial in dials)
        {
            Setting setting = dial.Turn(density);
            if (Codes.Density.IsReached(density, setting.Density))
                return setting;
            if (!(Math.Abs(setting.Density - density) >= Math.Abs(closest - density)))
                closest = setting.Density;
        }
        return null;
    }
}
