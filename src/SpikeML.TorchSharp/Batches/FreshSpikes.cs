using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>The same data with new spikes from its random codes.</summary>
internal static class FreshSpikes
{
    /// <summary>
    /// Whether the data has codes that can draw new spikes in each epoch. Codes that cannot are logged with the reason.
    /// </summary>
    public static bool ArePossible(IDataView data, IChannel log)
    {
        (IDataView View, IDataView? Fixed)[] drawn = [.. DataPipeline.Views(data).Where(part => IsDrawn(part.View))];
        if (drawn.FirstOrDefault(part => part.Fixed is not null) is { Fixed: { } step } kept)
            Warn(log, $" of {NameOf(kept.View)} encoding, although it draws at random: " + (step is CacheDataView
                ? "the spikes are cached. Cache the features instead."
                : $"a later step ({step.GetType().Name}) holds them. Put that step before the encoder."));
        return drawn.Any(part => part.Fixed is null) && CanRebuild(data, log);
    }

    /// <summary>The data of an epoch; epoch 0 has the spikes of the encoders' own seeds.</summary>
    /// <exception cref="InvalidOperationException">There is no random code between the data and its source or cache.</exception>
    public static IDataView Of(IDataView data, int epoch)
    {
        MLContext environment = new(epoch);
        bool found = false;
        IDataView fresh = Rebuild(data);
        return found ? fresh : throw new InvalidOperationException(
            "FreshSpikes needs a code in the data's pipeline that draws at random, such as EncodeRate, with no cache after "
                + "it: cache the features, not the spikes.");

        IDataView Rebuild(IDataView view)
        {
            if (view is not IDataTransform transform)
                return view;
            IDataView source = Rebuild(transform.Source);
            if (view is SpikeDataView spikes && IsDrawn(view))
            {
                found = true;
                return InEpoch(spikes.Transformer, epoch).Transform(source);
            }
            // Everything below the encoders stays unchanged, including what it holds in memory.
            return ReferenceEquals(source, transform.Source) ? view
                : ApplyTransformUtils.ApplyTransformToData(environment, transform, source);
        }
    }

    /// <summary>
    /// Whether the steps after the codes can be applied to other spikes; ML.NET saves and loads some of them for that.
    /// </summary>
    private static bool CanRebuild(IDataView data, IChannel log)
    {
        try
        {
            Of(data, epoch: 0);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or NotSupportedException or ArgumentException
            or FormatException)
        {
            Warn(log, $", because a step after the encoder cannot be applied to other spikes ({error.Message}). Put "
                + "that step before the encoder.");
            return false;
        }
    }

    private static void Warn(IChannel log, string reason) => log.Warning(
        $"Every epoch has the same spikes{reason} Set FreshSpikes = false if that is what you want.");

    private static bool IsDrawn(IDataView view) =>
        view is SpikeDataView spikes && spikes.Transformer.Codes.Any(code => code.IsDrawn);

    private static string NameOf(IDataView view) =>
        ((SpikeDataView)view).Transformer.Codes.First(code => code.IsDrawn).Entry.Name;

    private static ISpikeTransformer InEpoch(ISpikeTransformer transformer, int epoch) =>
        transformer.With(code => code is { IsDrawn: true, Draws: { } draws } ? code.WithDraws(draws.InEpoch(epoch)) : code);
}
