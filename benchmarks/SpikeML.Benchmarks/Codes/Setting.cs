namespace SpikeML.Benchmarks.Codes;

/// <summary>A code, fitted on rows that it gives a density on.</summary>
internal sealed record Setting(SpikeCode Code, InputRows Rows, double Density, string Text)
{
    private const int Halvings = 24;

    /// <summary>Turns the first dial that reaches the density; null where none does. <paramref name="closest"/> is how near they came.</summary>
    public static Setting? Find(IEnumerable<Dial> dials, double density, out double closest)
    {
        closest = double.NaN;
        foreach (Dial dial in dials)
        {
            Setting setting = Turn(dial, density);
            if (Codes.Density.IsReached(density, setting.Density))
                return setting;
            if (!(Math.Abs(setting.Density - density) >= Math.Abs(closest - density)))
                closest = setting.Density;
        }
        return null;
    }

    private static Setting Turn(Dial dial, double density)
    {
        Setting low = At(dial, dial.From), high = dial.From == dial.To ? low : At(dial, dial.To);
        bool rises = high.Density > low.Density;
        double from = dial.From, to = dial.To;
        Setting best = Nearer(low, high, density);
        for (int i = 0; i < Halvings && from < to && !IsClose(best.Density, density) && IsBetween(density, low.Density, high.Density); i++)
        {
            double middle = Math.Sqrt(from * to);
            Setting setting = At(dial, middle);
            best = Nearer(best, setting, density);
            if (setting.Density < density == rises)
                from = middle;
            else
                to = middle;
        }
        return best;
    }

    private static Setting At(Dial dial, double value)
    {
        InputRows rows = dial.Rows(value);
        // Rows of very many values are alike, and take long.
        Pipeline pipeline = Pipeline.Make(dial.Code(value), rows);
        double share = pipeline.Density(Math.Clamp(1_000_000 / pipeline.OutputLength, 2, 16));
        string turned = dial.From == dial.To ? dial.Name : FormattableString.Invariant($"{dial.Name} {value:g3}");
        return new Setting(pipeline.Code, rows, share, turned);
    }

    private static Setting Nearer(Setting one, Setting other, double density) =>
        Math.Abs(one.Density - density) <= Math.Abs(other.Density - density) ? one : other;

    private static bool IsClose(double reached, double density) => Math.Abs(reached - density) < 0.01 * Math.Min(density, 0.3);

    private static bool IsBetween(double density, double one, double other) => density >= Math.Min(one, other) && density <= Math.Max(one, other);
}
