using Microsoft.ML.Data;

namespace SpikeML.Sensors;

/// <summary>A row of the log: what one wearable measured at one moment.</summary>
internal sealed class Reading
{
    /// <summary>Readings a second.</summary>
    public const int Rate = 25;

    /// <summary>Seconds since the log began.</summary>
    [LoadColumn(0)]
    public float Time { get; set; }

    /// <summary>Which wearable.</summary>
    [LoadColumn(1)]
    public string Sensor { get; set; } = "";

    /// <summary>Acceleration along three axes, in g.</summary>
    [LoadColumn(2, 4)]
    [VectorType(3)]
    public float[] Acceleration { get; set; } = [];

    /// <summary>What the wearer did.</summary>
    [LoadColumn(5)]
    public string Activity { get; set; } = "";
}
