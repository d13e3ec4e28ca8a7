using System.Globalization;

namespace SpikeML.PlotBenchmarks;

/// <summary>A row of the table.</summary>
internal static class Row
{
    public static string Of(string name, double? referenceTime, long? referenceSize, double[] milliseconds, long size)
    {
        double median = milliseconds.Order().ElementAt(milliseconds.Length / 2);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name,-28} {milliseconds[0],6:0.0} ms {median,6:0.0} ms {Time(referenceTime),9} {Times(referenceTime / median),6} ")
            + string.Create(CultureInfo.InvariantCulture, $"{size,8:#,0} B {Size(referenceSize),10}");
    }

    private static string Time(double? value) => value is null
        ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value:0} ms");

    private static string Times(double? value) => value is null
        ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value:0.0}x");

    private static string Size(long? value) => value is null
        ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value:#,0} B");
}
