using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Tests.Conformance;

[assembly: LoadableClass(typeof(FlawedTransformer), null, typeof(SignatureLoadModel), "Flawed",
    FlawedTransformer.LoaderSignature)]

namespace SpikeML.Tests.Conformance;

/// <summary>The transformer of <see cref="FlawedEstimator"/>.</summary>
public sealed partial class FlawedTransformer : RowToRowTransformerBase, ITransformer
{
    internal const string LoaderSignature = "SpikeMLFlawed";

    /// <summary>It fits on more, but does not transform them.</summary>
    private const int MostSlots = 4096;

    private readonly (string Output, string Input)[] _pairs;
    private readonly float[][] _means;
    private readonly Flaw _flaw;
    private readonly int _seed;
    private readonly bool _loaded;
    private readonly float[] _shared = new float[4 * MostSlots];
    private int _predictions;

    internal FlawedTransformer(IHost host, (string, string)[] pairs, float[][] means, Flaw flaw, int seed, bool loaded = false)
        : base(host)
    {
        (_pairs, _means, _flaw, _seed, _loaded) = (pairs, means, flaw, seed, loaded);
    }

    bool ITransformer.IsRowToRowMapper => _flaw != Flaw.IsNoRowMapper;

    /// <inheritdoc/>
    protected override IRowMapper MakeRowMapper(DataViewSchema schema) => new Mapper(this, schema);

    /// <inheritdoc/>
    protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.CheckAtModel();
        ctx.SetVersionInfo(Version);
        ctx.Writer.Write((int)_flaw);
        ctx.Writer.Write(_seed);
        ctx.Writer.Write(_pairs.Length);
        double check = 0;
        for (int i = 0; i < _pairs.Length; i++)
        {
            ctx.Writer.Write(_pairs[i].Output);
            ctx.Writer.Write(_pairs[i].Input);
            ctx.Writer.Write(_means[i].Length);
            ctx.Writer.Write(MemoryMarshal.AsBytes(_means[i].AsSpan()));
            check += Check(_pairs[i], _means[i]);
        }
        ctx.Writer.Write(check);
    }

    internal static FlawedTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        ctx.CheckAtModel(Version);
        Flaw flaw = (Flaw)ctx.Reader.ReadInt32();
        int seed = ctx.Reader.ReadInt32();
        int count = ctx.Reader.ReadInt32();
        host.CheckDecode(Enum.IsDefined(flaw) && count is > 0 and < 10);
        var pairs = new (string, string)[count];
        var means = new float[count][];
        double check = 0;
        for (int i = 0; i < count; i++)
        {
            pairs[i] = (ctx.Reader.ReadString(), ctx.Reader.ReadString());
            int length = ctx.Reader.ReadInt32();
            host.CheckDecode(length is >= 0 and <= 2 * MostSlots);
            means[i] = MemoryMarshal.Cast<byte, float>(ctx.Reader.ReadBytes(length * sizeof(float))).ToArray();
            check += Check(pairs[i], means[i]);
        }
        bool sound = BitConverter.DoubleToInt64Bits(ctx.Reader.ReadDouble()) == BitConverter.DoubleToInt64Bits(check);
        host.CheckDecode(sound && (seed == 0 || flaw == Flaw.DrawsAnewWhenLoaded) || flaw == Flaw.BelievesDamagedFiles);
        return new FlawedTransformer(host, pairs, means, flaw, flaw == Flaw.DrawsAnewWhenLoaded ? host.Rand.Next() : seed,
            loaded: true);
    }

    /// <summary>Sensitive to every bit, as far as these tests go: a hash of the names and the bits of the means.</summary>
    private static double Check((string Output, string Input) pair, float[] means)
    {
        ulong hash = 14695981039346656037;
        foreach (uint item in $"{pair}".Select(letter => (uint)letter).Concat(means.Select(BitConverter.SingleToUInt32Bits)))
            hash = (hash ^ item) * 1099511628211;
        return hash >> 12;
    }

    private static VersionInfo Version =>
        new("FLAWEDTR", 0x00010001, 0x00010001, 0x00010001, typeof(FlawedTransformer).Assembly.FullName, LoaderSignature);
}
