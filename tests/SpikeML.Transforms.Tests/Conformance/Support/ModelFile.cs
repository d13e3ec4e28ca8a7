using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>Saves and loads models in memory.</summary>
internal static class ModelFile
{
    public static byte[] Save(MLContext context, ITransformer model, DataViewSchema schema)
    {
        using MemoryStream stream = new();
        context.Model.Save(model, schema, stream);
        return stream.ToArray();
    }

    public static ITransformer Load(MLContext context, byte[] file) => context.Model.Load(new MemoryStream(file), out _);

    public static ITransformer RoundTrip(MLContext context, ITransformer model, DataViewSchema schema,
        out DataViewSchema inputSchema) =>
        context.Model.Load(new MemoryStream(Save(context, model, schema)), out inputSchema);
}
