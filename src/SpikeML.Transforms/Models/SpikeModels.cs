using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>The layout of a transformer of codes in a model file: its columns, and the code of each.</summary>
internal static class SpikeModels
{
    public static void Save(ModelSaveContext context, SpikeCodeEntry entry,
        (string outputColumnName, string inputColumnName)[] columns, IEnumerable<SpikeCode> codes)
    {
        uint format = codes.Max(code => code.Draws?.Format ?? ModelFormat.Third);
        context.CheckAtModel();
        context.SetVersionInfo(entry.VersionOf(format));
        ModelPayload.Save(context, writer =>
        {
            writer.WriteColumns(columns);
            foreach (SpikeCode code in codes)
                SpikeCodeEntry.Write(writer, code);
        }, format: format);
    }

    /// <summary>Loads a transformer of the code that the file names.</summary>
    public static ISpikeTransformer Load(IHostEnvironment environment, ModelLoadContext context,
        IEnumerable<SpikeCodeEntry> codes)
    {
        Contracts.CheckValue(environment, nameof(environment));
        environment.CheckValue(context, nameof(context));
        ModelHeader header = context.Header;
        string signature = ModelHeader.GetLoaderSig(ref header);
        SpikeCodeEntry entry = codes.Single(own => own.LoaderSignature == signature);
        IHost host = environment.Register(signature);
        context.CheckAtModel(entry.VersionOf(ModelFormat.Fourth));
        return ModelPayload.Load(host, context, reader =>
        {
            (string, string)[] columns = reader.ReadColumns();
            SpikeCode[] fitted = entry.ReadColumns(reader, columns.Length);
            return fitted.Any(code => code.IsOpen) ? throw new EndOfStreamException()
                : entry.MakeTransformer(host, columns, fitted);
        });
    }
}
