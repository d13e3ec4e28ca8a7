using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>The same data with other draws of its rate encoders.</summary>
internal static class FreshSpikes
{
    /// <summary>Whether the data has a rate encoder that can draw anew.</summary>
    public static bool ArePossible(IDataView data) =>
        data is SpikeDataView { Transformer: RateEncodingTransformer }
        || (data is IDataTransform transform && ArePossible(transform.Source));

    /// <summary>The data of an epoch: epoch 0 has the spikes that the encoders' own seeds give.</summary>
    /// <exception cref="InvalidOperationException">No rate encoder is found between the data and its source or its
    /// cache.</exception>
    public static IDataView Of(IDataView data, int epoch)
    {
        MLContext environment = new(epoch);
        bool found = false;
        IDataView fresh = Rebuild(data);
        return found ? fresh : throw new InvalidOperationException(
            "FreshSpikes needs a rate encoder in the data's pipeline (EncodeRate), with no cache behind it: cache the "
                + "features, not the spikes.");

        IDataView Rebuild(IDataView view)
        {
            if (view is not IDataTransform transform)
                return view;
            IDataView source = Rebuild(transform.Source);
            if (view is SpikeDataView { Transformer: RateEncodingTransformer rate })
            {
                found = true;
                return rate.InEpoch(epoch).Transform(source);
            }
            // What lies below every encoder is left as it is, and with it what it may hold in memory.
            return ReferenceEquals(source, transform.Source) ? view
                : ApplyTransformUtils.ApplyTransformToData(environment, transform, source);
        }
    }
}
