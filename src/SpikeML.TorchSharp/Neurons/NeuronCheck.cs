namespace SpikeML.Torch;

/// <summary>Checks of the neurons' constants.</summary>
internal static class NeuronCheck
{
    public static void Decay(double value, string name) =>
        OptionCheck.Require(value is >= 0 and <= 1, value, name, $"{name} must be 0 to 1.");
}
