using System.CommandLine;
using System.Globalization;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary>An option with a number within bounds.</summary>
internal sealed class DecimalOption
{
    private readonly Option<string?> _option;
    private readonly Func<double, bool> _isValid;
    private readonly string _range;

    /// <param name="name">The name as it is typed.</param>
    /// <param name="isValid">Whether a number is within bounds.</param>
    /// <param name="range">The bounds in words, as in "above 0".</param>
    /// <param name="description">What the option does.</param>
    public DecimalOption(string name, Func<double, bool> isValid, string range, string description)
    {
        (_isValid, _range) = (isValid, range);
        _option = new Option<string?>(name) { HelpName = "X", Description = description };
    }

    public Option Option => _option;

    /// <summary>The number, or null if the option is omitted.</summary>
    public double? Read(ParseResult arguments) =>
        arguments.GetValue(_option) is string text ? Parse(_option.Name, text, _isValid, _range) : null;

    /// <summary>The number that was typed for an option.</summary>
    public static double Parse(string option, string text, Func<double, bool> isValid, string range) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && isValid(number)
            ? number
            : throw ToolException.Usage($"{option} expects a number {range}, got '{text}'.");
}
