namespace SpikeML.Benchmarks.Codes;

/// <summary>A way to reach densities: what is turned, from where to where, and what is then encoded how.</summary>
/// <param name="Name">What is turned, such as "Gain".</param>
/// <param name="From">The least value; above 0.</param>
/// <param name="To">The greatest value.</param>
/// <param name="Code">The code for a value.</param>
/// <param name="Rows">The rows for a value.</param>
internal sealed record Dial(string Name, double From, double To, Func<double, SpikeCode> Code, Func<double, InputRows> Rows)
{
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
}
