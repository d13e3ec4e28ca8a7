using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the transformers of codes of single features share: each feature becomes NumSteps steps of one or more neurons.</summary>
/// <typeparam name="TOptions">The code's options.</typeparam>
public abstract class FeatureCodeTransformer<TOptions> : DenseCodeTransformer
    where TOptions : FeatureCodeOptions
{
    internal FeatureCodeTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, TOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options; where the code draws at random, with the seed that the draws come from.</summary>
    public TOptions Options { get; }

    internal sealed override string? RowKeyColumn => Options.RowKeyColumn;

    internal sealed override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        Options.SpikeDimensions(inputDimensions);

    internal sealed override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) =>
        inputLength * Options.StepsOf(inputLength) * Options.Channels;

    internal abstract void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes);

    internal sealed override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        Encode(pair, features, rowKey, spikes);

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static T Load<T>(IHostEnvironment env, ModelLoadContext ctx, (string, string LoaderSignature) signature, Func<BinaryReader, TOptions> load,
        Func<IHost, (string outputColumnName, string inputColumnName)[], TOptions, T> make, uint formatVersion = FirstFormat)
        where T : FeatureCodeTransformer<TOptions>
    {
        IHost host = env.Register(signature.LoaderSignature);
        return Load(host, ctx, signature, (columns, reader) => make(host, columns, load(reader)), formatVersion);
    }
}
