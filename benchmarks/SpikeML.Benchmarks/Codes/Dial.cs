namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// A way to reach densities: what is turned, from where to where, and what is then encoded how. The density has to rise with it
/// all the way, or to fall.
/// </summary>
/// <param name="name">What is turned, such as "Gain".</param>
/// <param name="from">The least value; above 0.</param>
/// <param name="to">The greatest value.</param>
/// <param name="code">The code for a value.</param>
/// <param name="rows">The rows for a value.</param>
internal sealed class Dial(string name, double from, double to, Func<double, SpikeCode> code, Func<double, InputRows> rows)
{
    private const int MostTurns = 24;

    /// <summary>What was tried already; other densities begin there.</summary>
    private readonly SortedList<double, Setting> _tried = [];

    private readonly Dictionary<double, Setting> _turned = [];

    /// <summary>One of a code's options is turned, and the rows stay as they are.</summary>
    public Dial(string name, double from, double to, Func<double, SpikeCode> code, InputRows rows)
        : this(name, from, to, code, _ => rows)
    {
    }

    /// <summary>Nothing is turned.</summary>
    public Dial(string name, SpikeCode code, InputRows rows)
        : this(name, 1, 1, _ => code, _ => rows)
    {
    }

    /// <summary>Turns it as near to a density as it goes.</summary>
    public Setting Turn(double density) =>
        _turned.TryGetValue(density, out Setting? turned) ? turned : _turned[density] = Search(density);

    private Setting Search(double density)
    {
        Try(from);
        Try(to);
        bool rises = _tried[to].Density > _tried[from].Density;
        for (int turn = 0; turn < MostTurns && !IsClose(Nearest(density).Density, density); turn++)
        {
            int above = _tried.Values.ToList().FindIndex(setting => setting.Density > density == rises);
            if (above <= 0)
                break;
            Try(Math.Sqrt(_tried.Keys[above - 1] * _tried.Keys[above]));
        }
        return Nearest(density);
    }

    private void Try(double value)
    {
        if (_tried.ContainsKey(value))
            return;
        InputRows own = rows(value);
        Pipeline pipeline = Pipeline.Make(code(value), own);
        // Rows of very many values are alike, and take long.
        double share = pipeline.Density(Math.Clamp(500_000 / pipeline.OutputLength, 2, 16));
        string text = from == to ? name : FormattableString.Invariant($"{name} {value:g3}");
        _tried[value] = new Setting(pipeline.Code, own, share, text);
    }

    private Setting Nearest(double density) => _tried.Values.MinBy(setting => Math.Abs(setting.Density - density))!;

    private static bool IsClose(double reached, double density) => Math.Abs(reached - density) < 0.02 * Math.Min(density, 0.2);
}
