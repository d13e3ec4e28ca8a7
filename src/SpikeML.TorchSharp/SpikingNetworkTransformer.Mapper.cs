using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

public sealed partial class SpikingNetworkTransformer
{
    /// <summary>Binds the transformer to a schema.</summary>
    protected override IRowMapper MakeRowMapper(DataViewSchema schema) => new Mapper(this, schema);

    private sealed class Mapper : MapperBase
    {
        private readonly SpikingNetworkTransformer _parent;
        private readonly SpikeColumn _spikes;
        private readonly ImmutableArray<DataViewSchema.DetachedColumn> _outputs;

        public Mapper(SpikingNetworkTransformer parent, DataViewSchema inputSchema)
            : base(parent.Host.Register(nameof(Mapper)), inputSchema, parent)
        {
            _parent = parent;
            _spikes = NetworkInput.FindSpikes(Host, parent._log, inputSchema, parent.SpikeColumnName, parent._network.InputShape);
            _outputs =
            [
                .. parent._output.Columns(_spikes.NumSteps, parent._network.OutputCount),
                .. RecordedLayers.Delivered(parent._network, _spikes.NumSteps),
            ];
        }

        protected override DataViewSchema.DetachedColumn[] GetOutputColumnsCore() => [.. _outputs];

        protected override Func<int, bool> GetDependenciesCore(Func<int, bool> activeOutput)
        {
            bool needed = Enumerable.Range(0, _outputs.Length).Any(activeOutput);
            return column => needed && column == _spikes.Column.Index;
        }

        /// <summary>Creates the getters of a row, which share one run of the network.</summary>
        public override Delegate[] CreateGetters(DataViewRow input, Func<int, bool> activeOutput, out Action? disposer)
        {
            disposer = null;
            Delegate[] getters = new Delegate[_outputs.Length];
            if (!Enumerable.Range(0, _outputs.Length).Any(activeOutput))
                return getters;
            SpikeColumn spikes = _spikes with { Column = input.Schema[_spikes.Column.Index] };
            RowScores row = new(input, spikes, _parent._network, _parent._output, _parent._watch);
            disposer = _parent._watch.Conclude;
            for (int i = 0; i < getters.Length; i++)
            {
                if (activeOutput(i))
                    getters[i] = RecordedLayers.Getter(_parent._network, _outputs[i].Name, row)
                        ?? _parent._output.Getter(_outputs[i].Name, row);
            }
            return getters;
        }

        // CreateGetters creates all of them.
        protected override Delegate MakeGetter(DataViewRow input, int iinfo, Func<int, bool> activeOutput,
            out Action? disposer) =>
            throw Host.ExceptNotSupp();

        protected override void SaveModel(ModelSaveContext ctx) => _parent.SaveModel(ctx);
    }
}
