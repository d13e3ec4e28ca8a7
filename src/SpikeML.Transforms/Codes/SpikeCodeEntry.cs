using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Everything about a code except its options: its name in model files, and how it is read and written.</summary>
internal abstract class SpikeCodeEntry(string name, string modelSignature, string loaderSignature, bool isPerColumn)
{
    /// <summary>The code's name, such as "step-forward".</summary>
    public string Name => name;

    /// <summary>The signature by which ML.NET finds the loader of a model file.</summary>
    public string LoaderSignature => loaderSignature;

    /// <summary>A format that is written, and the oldest that can still be read.</summary>
    public VersionInfo VersionOf(uint format) => new(modelSignature, format, format, ModelFormat.First, AssemblyName,
        loaderSignature);

    public abstract Type CodeType { get; }

    /// <summary>The code with default options, or null if it does not encode.</summary>
    public abstract SpikeCode? Default { get; }

    protected abstract string AssemblyName { get; }

    /// <summary>Reads a code's options; options of the first two formats keep the arithmetic that they were saved with.</summary>
    public abstract SpikeCode Load(CodeReader reader);

    public abstract IEstimator<ITransformer> MakeEstimator(
        IHostEnvironment environment, InputOutputColumnPair[] columns, SpikeCode code, CancellationToken cancellationToken);

    public abstract ISpikeTransformer MakeTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns,
        IEnumerable<SpikeCode> codes);

    /// <summary>Writes one code with everything that was fitted.</summary>
    public static void Write(BinaryWriter writer, SpikeCode code)
    {
        writer.Write(code.ArithmeticFormat);
        code.Save(writer);
        code.SaveLearned(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public SpikeCode Read(CodeReader reader)
    {
        uint arithmetic = reader.ReadUInt32();
        if (arithmetic is < ModelFormat.First or > ModelFormat.Third)
            throw new EndOfStreamException();
        return Load(reader).WithLearned(reader) with { ArithmeticFormat = arithmetic };
    }

    /// <summary>Reads the codes of a number of columns in any format.</summary>
    public SpikeCode[] ReadColumns(CodeReader reader, int columns)
    {
        if (reader.Format >= ModelFormat.Third)
            return [.. Enumerable.Range(0, columns).Select(_ => Read(reader))];
        if (isPerColumn)
            return [.. Enumerable.Range(0, columns).Select(_ => Load(reader))];
        SpikeCode shared = Load(reader);
        return [.. Enumerable.Range(0, columns).Select(_ => shared.WithLearned(reader))];
    }
}

/// <inheritdoc/>
internal sealed class SpikeCodeEntry<TCode>(
    string name, string modelSignature, string loaderSignature, Func<CodeReader, TCode> load, TCode? @default = null,
        bool isPerColumn = false)
    : SpikeCodeEntry(name, modelSignature, loaderSignature, isPerColumn)
    where TCode : SpikeCode
{
    public override Type CodeType => typeof(TCode);

    public override SpikeCode? Default => @default;

    protected override string AssemblyName => typeof(TCode).Assembly.FullName!;

    public override SpikeCode Load(CodeReader reader)
    {
        SpikeCode code = load(reader);
        // A deterministic code has no seed; its place in the file holds 0.
        if (code is { IsDrawn: false, Draws: { Seed: 0 } draws })
            code = code.WithDraws(draws with { Seed = null });
        return reader.Format < ModelFormat.Third ? code with { ArithmeticFormat = ModelFormat.Second } : code;
    }

    public override IEstimator<ITransformer> MakeEstimator(
        IHostEnvironment environment, InputOutputColumnPair[] columns, SpikeCode code, CancellationToken cancellationToken) =>
        new SpikeEstimator<TCode>(environment, columns, (TCode)code, cancellationToken);

    public override ISpikeTransformer MakeTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, IEnumerable<SpikeCode> codes) =>
        new SpikeTransformer<TCode>(host, columns, [.. codes.Cast<TCode>()]);
}
