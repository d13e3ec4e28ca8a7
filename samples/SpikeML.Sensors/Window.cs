using Microsoft.ML.Data;

namespace SpikeML.Sensors;

/// <summary>Two seconds of one wearable's readings in one activity, the unit of classification.</summary>
internal sealed class Window
{
    public const int NumSteps = 2 * Reading.Rate;

    public string Sensor { get; set; } = "";

    [VectorType(NumSteps, 3)]
    public float[] Signal { get; set; } = [];

    public string Activity { get; set; } = "";

    /// <summary>Consecutive windows, without those in which the activity changes.</summary>
    public static IEnumerable<Window> Of(IEnumerable<Reading> readings) =>
        from sensor in readings.GroupBy(reading => reading.Sensor)
        from window in sensor.Chunk(NumSteps)
        where window.Length == NumSteps && window.All(reading => reading.Activity == window[0].Activity)
        select new Window
        {
            Sensor = sensor.Key,
            Signal = [.. window.SelectMany(reading => reading.Acceleration)],
            Activity = window[0].Activity,
        };
}
