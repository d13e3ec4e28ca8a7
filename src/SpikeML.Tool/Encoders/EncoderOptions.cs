using System.CommandLine;
using System.Reflection;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Encoders;

/// <summary>An encoder's options on the command line, with the names, defaults and documentation of its options record.</summary>
internal sealed class EncoderOptions
{
    /// <summary>The default seed, which must be the same for all shards.</summary>
    public const int DefaultSeed = 0;

    /// <summary>The heading of encoders' options in help.</summary>
    public const string Heading = "Encoder";

    private const string SeedName = nameof(CodeDraws.Seed), RowKeyName = nameof(CodeDraws.RowKeyColumnName);
    private readonly SpikeCode _defaults;
    private readonly (PropertyInfo Property, Option Option)[] _options;

    /// <param name="encoder">The encoder.</param>
    /// <param name="defaults">Its options where the command line names none, or null for the encoder's own defaults.</param>
    public EncoderOptions(Encoder encoder, SpikeCode? defaults = null)
    {
        _defaults = defaults ?? encoder.Default;
        _options = [.. encoder.Options.Select(property => (property, MakeOption(property, _defaults)))];
    }

    public void AddTo(ToolCommand command) => command.Add(Heading, _options.Select(option => option.Option));

    /// <summary>The code with the options of the command line.</summary>
    public SpikeCode Read(ParseResult arguments)
    {
        SpikeCode code = _defaults with { };
        foreach ((PropertyInfo property, Option option) in _options)
        {
            (bool given, object? value) = Value(arguments, property, option, _defaults);
            if (given)
                property.SetValue(code, value);
        }
        return code;
    }

    private static (bool Given, object? Value) Value(
        ParseResult arguments, PropertyInfo property, Option option, SpikeCode defaults)
    {
        if (option is Option<bool> flag)
            return (arguments.GetResult(flag) is { Implicit: false }, arguments.GetValue(flag));
        string? text = arguments.GetValue((Option<string?>)option);
        if (text is null)
            return property.Name == SeedName ? (true, DefaultSeed) : (false, null);
        try
        {
            // An option that is null by default can be omitted instead of set to null, and draws without a seed are never useful.
            bool mayBeNull = property.Name != SeedName && property.GetValue(defaults) is not null;
            return (true, OptionValue.Parse(text, property.PropertyType, mayBeNull));
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            string leftOut = property.Name == SeedName ? $" The default is {DefaultSeed}." : "";
            string suggestion = Suggestion.For(text, OptionValue.Words(property.PropertyType));
            string expected = OptionValue.Expected(property.PropertyType)
                + (error is OverflowException ? $" from {int.MinValue} to {int.MaxValue}" : "");
            throw ToolException.Usage($"{option.Name} expects {expected}, got '{text}'.{leftOut}{suggestion}", error);
        }
    }

    private static Option MakeOption(PropertyInfo property, SpikeCode defaults)
    {
        string name = $"--{Kebab.Of(property.Name)}";
        if (property.GetValue(defaults) is bool isSet)
        {
            string flag = Documentation.OfOption(property, isSet);
            return new Option<bool>(name) { Description = isSet ? $"{flag} Set by default: {name} false unsets it." : flag };
        }
        string[] aliases = property.Name == RowKeyName ? ["--row-key"] : [];
        object? value = property.Name == SeedName ? DefaultSeed : property.GetValue(defaults);
        string text = property.Name == SeedName
            ? "The seed of the random draws. Equal seeds and equal rows give equal spikes in every shard."
            : Documentation.OfOption(property, value);
        return new Option<string?>(name, aliases)
        {
            HelpName = OptionValue.Kind(property.PropertyType),
            Description = value is null ? text : $"{text} [default: {OptionValue.Show(value)}]",
        };
    }
}
