using System.Globalization;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// Checks of option values: each throws <see cref="ArgumentOutOfRangeException"/> with the option, its value and its range.
/// </summary>
internal static class OptionCheck
{
    public static void AtLeast(int minimum, int value, string option) =>
        Require(value >= minimum, value, option, $"{option} must be at least {minimum}.");

    public static void Positive(double value, string option) =>
        Require(value > 0 && float.IsFinite((float)value), value, option, $"{option} must be a finite number above 0.");

    public static void NotNegative(double value, string option) =>
        Require(value >= 0 && float.IsFinite((float)value), value, option, $"{option} must be a finite number of at least 0.");

    public static void Finite(double value, string option) =>
        Require(float.IsFinite((float)value), value, option, $"{option} must be a finite number in single precision.");

    /// <summary>
    /// FirstSpikeTime must be a step of the train, 0 to numSteps - 1, or at least 0 if the number of steps is not fixed.
    /// </summary>
    public static void FirstSpikeTime(int value, int? numSteps)
    {
        if (numSteps is int steps)
            Require(value >= 0 && value < steps, value, nameof(FirstSpikeTime),
                $"FirstSpikeTime must be 0 to NumSteps - 1 ({steps - 1}).");
        else
            AtLeast(0, value, nameof(FirstSpikeTime));
    }

    public static void ColumnName(string? value, string option) =>
        Require(value is not "", value, option, $"{option} must be the name of a column, or null.");

    public static void Require<T>(bool valid, T value, string option,
        [InterpolatedStringHandlerArgument(nameof(valid))] ref FailureMessage message)
    {
        if (!valid)
            throw new ArgumentOutOfRangeException(option, value, message.ToStringAndClear());
    }

    public static void Require<T>(bool valid, T value, string option, string message)
    {
        if (!valid)
            throw new ArgumentOutOfRangeException(option, value, message);
    }

    /// <summary>A message that is only formatted if a check fails, because kernels check their options on every row.</summary>
    [InterpolatedStringHandler]
    public ref struct FailureMessage
    {
        private DefaultInterpolatedStringHandler _text;

        public FailureMessage(int literalLength, int formattedCount, bool valid, out bool needed)
        {
            needed = !valid;
            _text = valid ? default : new(literalLength, formattedCount, CultureInfo.InvariantCulture);
        }

        public void AppendLiteral(string text) => _text.AppendLiteral(text);

        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

        public string ToStringAndClear() => _text.ToStringAndClear();
    }
}
