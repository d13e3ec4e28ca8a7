using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the transformers of population codes share: the ranges that the fields of each slot cover.</summary>
/// <typeparam name="TOptions">The code's options.</typeparam>
public abstract class PopulationCodeTransformer<TOptions> : FeatureCodeTransformer<TOptions>
    where TOptions : PopulationCodeOptions
{
    private readonly ValueRange[][] _ranges;

    internal PopulationCodeTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, TOptions options, ValueRange[][] ranges)
        : base(host, columns, options) => _ranges = ranges;

    /// <summary>The ranges of each column: one for each slot, or one for all.</summary>
    public IReadOnlyList<IReadOnlyList<ValueRange>> Ranges => _ranges;

    /// <summary>The options of each column with the ranges that were learned: what <c>Decode</c> takes.</summary>
    public IReadOnlyList<TOptions> FittedOptions =>
        [.. _ranges.Select(ranges => Options.Range is null ? (TOptions)((PopulationCodeOptions)Options with { SlotRanges = [.. ranges] }) : Options)];

    internal ReadOnlySpan<ValueRange> RangesOf(int pair) => _ranges[pair];

    internal sealed override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column) =>
        LearnedRanges.Dimensions(Host, column, _ranges[pair]);

    internal sealed override void SaveState(BinaryWriter writer)
    {
        base.SaveState(writer);
        foreach (ValueRange[] ranges in _ranges)
            writer.WriteRanges(ranges);
    }

    internal static T Load<T>(IHostEnvironment env, ModelLoadContext ctx, (string, string LoaderSignature) signature, Func<BinaryReader, TOptions> load,
        Func<IHost, (string outputColumnName, string inputColumnName)[], TOptions, ValueRange[][], T> make)
        where T : PopulationCodeTransformer<TOptions>
    {
        IHost host = env.Register(signature.LoaderSignature);
        return Load(host, ctx, signature, (columns, reader) => make(host, columns, load(reader), [.. columns.Select(_ => reader.ReadRanges())]));
    }
}
