using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: SpikeModelLoader<SpikeModelLoader>(typeof(ITransformer), typeof(SignatureLoadModel))]
[assembly: SpikeModelLoader<SpikeModelLoader>(typeof(IRowMapper), typeof(SignatureLoadRowMapper))]

namespace SpikeML;

/// <summary>The loader of the models of all codes.</summary>
internal sealed class SpikeModelLoader : ISpikeModelLoader
{
    public static IEnumerable<SpikeCodeEntry> Codes => SpikeCodes.All;

    internal static ITransformer Create(IHostEnvironment env, ModelLoadContext ctx) => SpikeModels.Load(env, ctx, Codes);

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        SpikeModels.Load(env, ctx, Codes).MapRows(inputSchema);
}

/// <summary>A loader and the codes whose models it loads.</summary>
internal interface ISpikeModelLoader
{
    static abstract IEnumerable<SpikeCodeEntry> Codes { get; }
}

/// <summary>
/// Tells ML.NET which class loads the models of all codes of an assembly, under the names in the list of codes.
/// </summary>
/// <remarks>ML.NET calls the loader's static method <c>Create</c>; the signature determines its parameters.</remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class SpikeModelLoaderAttribute<TLoader>(Type instance, Type signature)
    : LoadableClassAttributeBase("Spike codes", instance, typeof(TLoader), null, [signature], "Spike codes",
        [.. TLoader.Codes.Select(entry => entry.LoaderSignature)])
    where TLoader : ISpikeModelLoader;
