using System.CommandLine;
using System.Globalization;
using System.Numerics;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary>An option with an integer value within bounds.</summary>
internal sealed class NumberOption
{
    private readonly Option<string?> _option;
    private readonly long _least, _most;

    public NumberOption(string name, long least, long most, string description)
    {
        (_least, _most) = (least, most);
        _option = new Option<string?>(name) { HelpName = "N", Description = description };
    }

    public Option Option => _option;

    /// <summary>The number, or null if the option is omitted.</summary>
    public long? Read(ParseResult arguments)
    {
        if (arguments.GetValue(_option) is not string text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            && number >= _least && number <= _most
            ? number
            : throw ToolException.Usage($"{_option.Name} expects an integer {Bounds(text)}, got '{text}'.");
    }

    // A limit that nobody would think of is named where it matters.
    private string Bounds(string text) => _most >= int.MaxValue
        && !(BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger number)
            && number > _most)
        ? string.Create(CultureInfo.InvariantCulture, $"of at least {_least}")
        : string.Create(CultureInfo.InvariantCulture, $"from {_least} to {_most}");
}
