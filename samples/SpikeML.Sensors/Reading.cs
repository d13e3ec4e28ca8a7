using Microsoft.ML.Data;

namespace SpikeML.Sensors;

/// <summary>A row of the log: one reading of one wearable.</summary>
internal sealed class Reading
{
    /// <summary>Readings per second.</summary>
    public const int Rate = 25;

    /// <summary>Seconds since the log began.</summary>
    [LoadColumn(0)]
    public float Time { get; set; }

    /// <summary>The wearable.</summary>
    [LoadColumn(1)]
    public string Sensor { get; set; } = "";

    /// <summary>Acceleration along three axes, in g.</summary>
    [LoadColumn(2, 4)]
    [VectorType(3)]
    public float[] Acceleration { get; set; } = [];

    /// <summary>The activity of the wearer.</summary>
    [LoadColumn(5)]
    public string Activity { get; set; } = "";
}
