using Microsoft.ML.Data;

namespace SpikeML.WebApi;

/// <summary>The input of the model: the 784 pixels of a 28 x 28 image, each in [0, 1].</summary>
public sealed class Digit
{
    [VectorType(28, 28)]
    public float[] Features { get; set; } = [];
}

/// <summary>The output of the model for a digit.</summary>
public sealed class Encoded
{
    [ColumnName("PredictedLabel")]
    public uint Key { get; set; }

    public float[] Score { get; set; } = [];

    public float[] Spikes { get; set; } = [];
}

/// <summary>The response.</summary>
/// <param name="Label">The digit, 0 to 9.</param>
/// <param name="Probability">The model's confidence in it, 0 to 1.</param>
/// <param name="SpikeCount">The number of spikes in the encoded image.</param>
/// <param name="SpikeSlots">The slots of the spikes (step * 784 + pixel), on request.</param>
/// <param name="Image">The 28 x 28 image that was encoded: a byte for each pixel, in base64url.</param>
/// <param name="Model">The version of the model: the start of its file's SHA-256.</param>
public sealed record Answer(int Label, float Probability, int SpikeCount, int[]? SpikeSlots, string Image, string Model);
