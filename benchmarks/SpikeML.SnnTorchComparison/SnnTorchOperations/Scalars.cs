using TorchSharp;

namespace SpikeML.SnnTorchComparison;

/// <summary>Numbers that operations take, made once: TorchSharp would create one for each call.</summary>
internal static class Scalars
{
    public static Scalar Zero { get; } = 0;

    public static Scalar One { get; } = 1;

    public static Scalar Two { get; } = 2;
}
