using System.Reflection;
using Microsoft.ML;

namespace SpikeML.Tool.Encoders;

/// <summary>A verb of <c>mlContext.Transforms.Spikes</c> that encodes a column, and its options.</summary>
internal sealed class Encoder(MethodInfo method)
{
    /// <summary>The encoders that turn a row into spikes by itself: all but the codes of streams, of labels, and of times that are no spikes.</summary>
    public static IReadOnlyList<Encoder> All { get; } =
        [.. typeof(SpikeCatalog).GetMethods().Where(EncodesRows).Select(method => new Encoder(method)).OrderBy(encoder => encoder.Name, StringComparer.Ordinal)];

    public string Name { get; } = Kebab.Of(method.Name["Encode".Length..]);

    public string Description { get; } = Documentation.OfMethod(method);

    public Type OptionsType { get; } = method.GetParameters()[2].ParameterType;

    public IEnumerable<PropertyInfo> Properties =>
        OptionsType.GetProperties().Where(property => property.SetMethod is { IsPublic: true });

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; ParamName is the option.</exception>
    public IEstimator<ITransformer> Make(MLContext context, string outputColumn, string inputColumn, object options) =>
        (IEstimator<ITransformer>)method.Invoke(context.Transforms.Spikes, BindingFlags.DoNotWrapExceptions, null, [outputColumn, inputColumn, options], null)!;

    private static bool EncodesRows(MethodInfo method) =>
        method.Name.StartsWith("Encode", StringComparison.Ordinal)
        && method.Name != nameof(SpikeCatalog.EncodeSpikeTimes)
        && !method.Name.EndsWith("Targets", StringComparison.Ordinal)
        && method.GetParameters() is [{ ParameterType: var output }, _, { ParameterType: var options }]
        && output == typeof(string) && options.Name.EndsWith("Options", StringComparison.Ordinal);
}
