using System.Reflection;
using Microsoft.ML;

namespace SpikeML.Tool.Encoders;

/// <summary>A code that encodes a column, as a command.</summary>
internal sealed class Encoder(SpikeCodeEntry entry)
{
    /// <summary>The codes that turn a row into spikes: all codes except those of labels and spike times.</summary>
    public static IReadOnlyList<Encoder> All { get; } =
        [.. SpikeCodes.Encoders.Where(entry => entry.Default is FeatureCode or SeriesCode)
            .Select(entry => new Encoder(entry)).OrderBy(encoder => encoder.Name, StringComparer.Ordinal)];

    public string Name => entry.Name;

    public string Description { get; } = Documentation.OfCode(entry.CodeType);

    /// <summary>The code with its default options.</summary>
    public SpikeCode Default => entry.Default!;

    /// <summary>The code's options, but for what only the conversion of a model to ONNX asks for.</summary>
    public IEnumerable<PropertyInfo> Options => entry.CodeType.GetProperties().Where(property =>
        property.SetMethod is { IsPublic: true } && property.PropertyType != typeof(OnnxDraws));

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range; ParamName is the option.</exception>
    public IEstimator<ITransformer> Make(
        MLContext context, string outputColumn, string inputColumn, SpikeCode code, CancellationToken cancellationToken) =>
        entry.MakeEstimator(context, [new(outputColumn, inputColumn)], code, cancellationToken);
}
