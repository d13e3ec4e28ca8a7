namespace SpikeML.Plot.Pages;

/// <summary>The unit of a page's time axis.</summary>
/// <param name="Unit">The unit's name, such as ms.</param>
/// <param name="PerStep">The duration of a step in this unit.</param>
/// <param name="SecondsPerStep">The duration of a step in seconds.</param>
internal sealed record PageTime(string Unit, double PerStep, double SecondsPerStep)
{
    /// <summary>The unit that suits the whole train's length; null if steps have no duration.</summary>
    public static PageTime? Of(int numSteps, double? secondsPerStep)
    {
        if (secondsPerStep is not { } seconds)
            return null;
        SiUnit unit = TimeAxis.Unit(numSteps, seconds);
        return new PageTime(unit.Name, seconds / unit.Size, seconds);
    }
}
