using SpikeML.Tool.Encoders;

namespace SpikeML.Tool.Training;

/// <summary>Encoders with the defaults that suit training, which differ from those of 'spikeml encode'.</summary>
internal static class TrainingDefaults
{
    private const int Steps = 25;

    public static SpikeCode Of(Encoder encoder)
    {
        SpikeCode code = encoder.Default with { };
        // A burst needs more steps.
        if (code is not BurstEncodingOptions)
            encoder.Options.FirstOrDefault(option => option.Name == nameof(RateEncodingOptions.NumSteps))?.SetValue(code, Steps);
        // Its logarithmic times fall on the first few steps.
        return code is LatencyEncodingOptions latency ? latency with { Linear = true, Normalize = true } : code;
    }
}
