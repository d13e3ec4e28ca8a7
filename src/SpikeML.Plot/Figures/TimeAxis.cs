using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>The horizontal axis of time: in steps, or in seconds, ms, µs or ns, whichever suits its length.</summary>
internal static class TimeAxis
{
    public static IndexAxis New(int numSteps, double? secondsPerStep, string? label) =>
        New(0, numSteps, secondsPerStep, label);

    /// <param name="firstStep">The first step of the axis.</param>
    /// <param name="endStep">The step after the last one.</param>
    /// <param name="secondsPerStep">The duration of a step in seconds, or null to count steps.</param>
    /// <param name="label">The label of the axis, or null for the default label.</param>
    public static IndexAxis New(int firstStep, int endStep, double? secondsPerStep, string? label)
    {
        IndexAxis axis = new(firstStep, endStep, secondsPerStep ?? 1,
            secondsPerStep is { } seconds ? Unit(endStep, seconds) : null);
        FigureStyle.Style(axis, AxisPosition.Bottom, label ?? Label("Time", endStep, secondsPerStep));
        return axis;
    }

    /// <summary>"Time step" or "Time (ms)".</summary>
    public static string Label(string text, int numSteps, double? secondsPerStep) =>
        secondsPerStep is { } seconds ? Unit(numSteps, seconds).Label(text) : text + " step";

    public static SiUnit Unit(int numSteps, double secondsPerStep) => SiUnit.OfTime(numSteps * secondsPerStep);

    public static void Require(double? secondsPerStep) =>
        OptionCheck.Require(secondsPerStep is null or (> 0 and < double.PositiveInfinity), secondsPerStep, "SecondsPerStep",
            "SecondsPerStep must be a finite number above 0.");
}
