namespace SpikeML;

/// <summary>Checks of option values: each throws an <see cref="ArgumentOutOfRangeException"/> that names the option, its value and its range.</summary>
internal static class OptionCheck
{
    public static void AtLeast(int minimum, int value, string option) =>
        Require(value >= minimum, value, option, $"{option} must be at least {minimum}.");

    public static void Positive(double value, string option) =>
        Require(value > 0 && float.IsFinite((float)value), value, option, $"{option} must be a finite number above 0.");

    public static void NotNegative(double value, string option) =>
        Require(value >= 0 && float.IsFinite((float)value), value, option, $"{option} must be a finite number, 0 or above.");

    public static void Finite(double value, string option) =>
        Require(float.IsFinite((float)value), value, option, $"{option} must be a finite number in single precision.");

    /// <summary>FirstSpikeTime is a step of the train: 0 to numSteps - 1; where the number of steps is not fixed, 0 or above.</summary>
    public static void FirstSpikeTime(int value, int? numSteps)
    {
        string range = numSteps is int steps ? $"0 to NumSteps - 1 ({steps - 1})" : "0 or above";
        Require(value >= 0 && value < (numSteps ?? int.MaxValue), value, nameof(FirstSpikeTime), $"FirstSpikeTime must be {range}.");
    }

    public static void Require(bool valid, object? value, string option, string message)
    {
        if (!valid)
            throw new ArgumentOutOfRangeException(option, value, message);
    }
}
