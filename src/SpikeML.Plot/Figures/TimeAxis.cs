using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>The horizontal axis of time, in steps or seconds.</summary>
internal static class TimeAxis
{
    public static IndexAxis New(int numSteps, double? secondsPerStep, string? label)
    {
        IndexAxis axis = new(numSteps, secondsPerStep ?? 1, countsWholes: secondsPerStep is null);
        FigureTheme.Style(axis, AxisPosition.Bottom, label ?? Label(secondsPerStep));
        return axis;
    }

    public static string Label(double? secondsPerStep) => secondsPerStep is null ? "Time step" : "Time (s)";

    public static void Require(double? secondsPerStep) =>
        OptionCheck.Require(secondsPerStep is null or (> 0 and < double.PositiveInfinity), secondsPerStep, "SecondsPerStep",
            "SecondsPerStep must be a finite number above 0.");
}
