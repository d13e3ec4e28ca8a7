using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the transformers of codes of series share. The series is one row's vector, whose first dimension is time.</summary>
/// <typeparam name="TOptions">The code's options.</typeparam>
public abstract class SeriesCodeTransformer<TOptions> : DenseCodeTransformer
    where TOptions : SeriesCodeOptions
{
    private readonly TOptions[] _options;

    internal SeriesCodeTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, TOptions[] options)
        : base(host, columns) => _options = options;

    /// <summary>The options of each column, with what was learned.</summary>
    public IReadOnlyList<TOptions> Options => _options.AsReadOnly();

    internal sealed override bool ScalarAllowed => false;

    internal sealed override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        _options[pair].SpikeDimensions(inputDimensions);

    internal sealed override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => inputLength * _options[pair].Channels;

    internal sealed override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        _options[pair].Encode(features, spikes, features.Length / inputDimensions[0]);

    internal sealed override void SaveState(BinaryWriter writer)
    {
        foreach (TOptions options in _options)
            options.Save(writer);
    }

    internal static T Load<T>(IHostEnvironment env, ModelLoadContext ctx, (string, string LoaderSignature) signature, Func<BinaryReader, TOptions> load,
        Func<IHost, (string outputColumnName, string inputColumnName)[], TOptions[], T> make, uint formatVersion = FirstFormat)
        where T : SeriesCodeTransformer<TOptions>
    {
        IHost host = env.Register(signature.LoaderSignature);
        return Load(host, ctx, signature, (columns, reader) => make(host, columns, [.. columns.Select(_ => load(reader))]), formatVersion);
    }
}
