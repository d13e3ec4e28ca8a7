using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>The same data with other draws of the codes that draw at random.</summary>
internal static class FreshSpikes
{
    /// <summary>Whether the data has a code that can draw other spikes.</summary>
    public static bool ArePossible(IDataView data) =>
        (data is SpikeDataView spikes && IsDrawn(spikes.Transformer))
        || (data is IDataTransform transform && ArePossible(transform.Source));

    /// <summary>The data of an epoch: epoch 0 has the spikes that the encoders' own seeds give.</summary>
    /// <exception cref="InvalidOperationException">No code that draws is found between the data and its source or its
    /// cache.</exception>
    public static IDataView Of(IDataView data, int epoch)
    {
        MLContext environment = new(epoch);
        bool found = false;
        IDataView fresh = Rebuild(data);
        return found ? fresh : throw new InvalidOperationException(
            "FreshSpikes needs a code in the data's pipeline that draws at random, such as EncodeRate, with no cache behind "
                + "it: cache the features, not the spikes.");

        IDataView Rebuild(IDataView view)
        {
            if (view is not IDataTransform transform)
                return view;
            IDataView source = Rebuild(transform.Source);
            if (view is SpikeDataView spikes && IsDrawn(spikes.Transformer))
            {
                found = true;
                return InEpoch(spikes.Transformer, epoch).Transform(source);
            }
            // What lies below every encoder is left as it is, and with it what it may hold in memory.
            return ReferenceEquals(source, transform.Source) ? view
                : ApplyTransformUtils.ApplyTransformToData(environment, transform, source);
        }
    }

    private static bool IsDrawn(ISpikeTransformer transformer) => transformer.Codes.Any(code => code.IsDrawn);

    private static ISpikeTransformer InEpoch(ISpikeTransformer transformer, int epoch) =>
        transformer.With(code => code is { IsDrawn: true, Draws: { } draws } ? code.WithDraws(draws.InEpoch(epoch)) : code);
}
