using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.PlotGallery;

/// <summary>One row of values, and what the encoders' verbs make of it.</summary>
internal sealed class OneRow
{
    private readonly MLContext _context = new(seed: 7);
    private readonly IDataView _data;

    /// <summary>A column "Values" of these dimensions.</summary>
    public OneRow(float[] values, params int[] dimensions)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Values)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions is []
            ? [values.Length] : dimensions);
        _data = _context.Data.LoadFromEnumerable([new Row { Values = values }], schema);
    }

    /// <summary>The train in the column "Spikes" that the verb adds.</summary>
    public SpikeTrain Spikes(Func<SpikeCatalog, IEstimator<ITransformer>> verb) =>
        verb(_context.Transforms.Spikes).Fit(_data).Transform(_data).GetSpikeTrains("Spikes").First();

    /// <summary>The numbers in the column "Output" that the verb adds.</summary>
    public float[] Numbers(Func<SpikeCatalog, IEstimator<ITransformer>> verb)
    {
        IDataView output = verb(_context.Transforms.Spikes).Fit(_data).Transform(_data);
        return output.GetColumn<float[]>("Output").First();
    }

    /// <summary>Encodes the series, with what Fit finds, and decodes it again.</summary>
    public (SpikeTrain Spikes, float[] Decoded, SpikeQualityMetrics Metrics) Restored<TCode>(
        Func<SpikeCatalog, SpikeEstimator<TCode>> encode, float initialValue)
        where TCode : SpikeCode
    {
        SpikeTransformer<TCode> model = encode(_context.Transforms.Spikes).Fit(_data);
        IDataView spikes = model.Transform(_data);
        IDataView decoded = _context.Transforms.Spikes.Decode("Decoded", "Spikes", model.Codes[0], initialValue).Fit(spikes)
            .Transform(spikes);
        SpikeQualityMetrics metrics = _context.SpikeQuality.Evaluate(decoded, "Values", "Decoded", "Spikes");
        return (spikes.GetSpikeTrains("Spikes").First(), decoded.GetColumn<float[]>("Decoded").First(), metrics);
    }

    private sealed class Row
    {
        public float[] Values { get; set; } = [];
    }
}
