using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The numbers and names of the classes of an EMNIST set.</summary>
internal sealed class EmnistClasses
{
    private const string Digits = "0123456789", Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", Lower = "abcdefghijklmnopqrstuvwxyz";

    // The lower-case letters that differ in shape from their upper-case forms.
    private const string Unlike = "abdefghnqrt";

    private EmnistClasses(string fileName, string names, byte firstLabel = 0) =>
        (FileName, Names, FirstLabel) = (fileName, names, firstLabel);

    /// <summary>The name of the set in its file names.</summary>
    public string FileName { get; }

    /// <summary>One character per class.</summary>
    public string Names { get; }

    /// <summary>The label of the first class; letters count from 1.</summary>
    public byte FirstLabel { get; }

    public int LastLabel => FirstLabel + Names.Length - 1;

    /// <summary>The key values of the label column, or null for sets of digits, which use MNIST's.</summary>
    public ImmutableArray<string>? KeyValues => Names == Digits ? null : [.. Names.Select(name => name.ToString())];

    public static EmnistClasses Of(EmnistSet emnist) => emnist switch
    {
        EmnistSet.ByClass => new("byclass", Digits + Upper + Lower),
        EmnistSet.ByMerge => new("bymerge", Digits + Upper + Unlike),
        EmnistSet.Balanced => new("balanced", Digits + Upper + Unlike),
        EmnistSet.Letters => new("letters", Upper, firstLabel: 1),
        EmnistSet.Digits => new("digits", Digits),
        EmnistSet.Mnist => new("mnist", Digits),
        _ => throw new ArgumentOutOfRangeException(nameof(emnist), emnist,
            $"The EMNIST set must be one of {string.Join(", ", Enum.GetNames<EmnistSet>())}."),
    };
}
