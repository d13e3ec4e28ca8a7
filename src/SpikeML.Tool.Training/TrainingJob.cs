using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Records;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;
using SpikeML.Torch;

namespace SpikeML.Tool.Training;

/// <summary>Encodes rows, trains a network on them, writes the model, and tests it on the rows that were held out.</summary>
/// <param name="source">The encoder.</param>
/// <param name="request">The options of the network and its training.</param>
/// <param name="path">The model file.</param>
/// <param name="force">Whether it replaces an existing file.</param>
internal sealed class TrainingJob(PipelineSource source, TrainingRequest request, string path, bool force)
{
    private const string Spikes = OutputRequest.DefaultColumn;

    public void Run(InputRequest input, CancellationToken cancellation)
    {
        OutputRequest.CheckPlace(path, force, input.Files);
        using WarningLog warnings = new();
        MLContext context = warnings.Context;
        context.Log += ShowProgress;
        InputData data = InputLoading.Load(context, input, cancellation);
        string label = data.Label ?? throw ToolException.Usage("Training needs labels: name their column or array with --label, "
            + "or their file with --labels-file.");
        LabelKinds labels = LabelKinds.Of(data.Rows, label, cancellation);
        TrainingTask task = request.Task ?? labels.Task;
        IEstimator<ITransformer> conversion = labels.Conversion(context, label, task);
        ITransformer encoder = source.Make(context, data, cancellation);
        if (labels.VaryOverTime)
            CheckSteps(encoder.GetOutputSchema(data.Rows.Schema)[Spikes].Type, labels.Type, label);
        CheckRows(encoder, data, cancellation);
        string what = task.ToString().ToLowerInvariant() + (labels.VaryOverTime ? " over time" : "");
        ProgressDisplay.Say($"{Counted.Of(data.RowCount, "row")}, {source.Pipeline.Encoder.Name} code, {what} on '{label}'");
        if (request.Threads is int threads)
            TorchSharp.torch.set_num_threads(threads);
        IDataView rows = Cached(context, data, label);
        IDataView labelled = conversion.Fit(rows).Transform(rows);
        SelectedRows tested = new(labelled, request.TestRows.Takes),
            others = new(labelled, id => !request.TestRows.Takes(id));
        if (request.HeldOut > 0 && request.Validation > 0 && !HasRows(tested))
            throw ToolException.BadInput(FormattableString.Invariant($"--held-out {request.HeldOut} holds out none of the rows, ")
                + "so there is nothing to test on: raise it, or train on more rows.");
        SpikingNetworkOptions options = request.Network with
        {
            ClassWeights = request.ClassWeights?.Of(others, label, labels),
            ValidationFraction = request.Validation > 0 ? request.Validation : request.HeldOut,
        };
        IDataView trained = request.Validation > 0 ? others : labelled;
        SpikingNetworkTransformer network = Train(() => Trainer(context, task, label, options, cancellation)
            .Fit(encoder.Transform(trained)));
        TransformerChain<ITransformer> model = new(encoder, network);
        OutputFile.Write(path, force, stream => context.Model.Save(model, data.Rows.Schema, stream));
        ProgressDisplay.Say($"{path}: predict with 'spikeml predict {path}'");
        if (request.HeldOut > 0)
            Console.Write(TestReport.Of(context, model.Transform(tested), task, label));
    }

    /// <summary>Labels over time have the steps of the spikes as their first dimension.</summary>
    private static void CheckSteps(DataViewType spikes, DataViewType labels, string label)
    {
        int numSteps = ((VectorDataViewType)spikes).Dimensions[0], found = ((VectorDataViewType)labels).Dimensions[0];
        if (numSteps != found)
            throw ToolException.BadInput($"'{label}' has numbers for {Counted.Of(found, "step")}, but the spikes have "
                + $"{numSteps}: the first dimension of a row's labels must be that of its spikes. Most codes have --num-steps.");
    }

    private static bool HasRows(SelectedRows rows)
    {
        using DataViewRowCursor cursor = rows.GetRowCursor([]);
        return cursor.MoveNext();
    }

    /// <summary>The rows in memory, unless they are already there: a file would be parsed in every epoch.</summary>
    private IDataView Cached(MLContext context, InputData data, string label) => data.Rows.GetRowCount() is not null ? data.Rows
        : context.Data.Cache(data.Rows, [data.Features, label, .. source.ColumnsNeeded]);

    /// <summary>Trains, with errors in the names of the command line.</summary>
    private SpikingNetworkTransformer Train(Func<SpikingNetworkTransformer> train)
    {
        try
        {
            return train();
        }
        catch (InvalidOperationException error)
            when (error.Message.StartsWith("ValidationFraction = ", StringComparison.Ordinal))
        {
            string option = request.Validation > 0 ? "--validation" : "--held-out";
            throw ToolException.BadInput($"{option}{error.Message["ValidationFraction =".Length..]}", error);
        }
    }

    private static SpikingNetworkTrainer Trainer(MLContext context, TrainingTask task, string label,
        SpikingNetworkOptions options, CancellationToken cancellation) => task switch
        {
            TrainingTask.Binary => context.BinaryClassification.Trainers.SpikingNetwork(label, Spikes, options,
                cancellationToken: cancellation),
            TrainingTask.Multiclass => context.MulticlassClassification.Trainers.SpikingNetwork(label, Spikes, options,
                cancellationToken: cancellation),
            _ => context.Regression.Trainers.SpikingNetwork(label, Spikes, options, cancellationToken: cancellation),
        };

    /// <summary>
    /// Encodes every row once, in order: errors in training, where rows are shuffled, could not name their line.
    /// </summary>
    private static void CheckRows(ITransformer encoder, InputData data, CancellationToken cancellation)
    {
        RowWatch watch = new(0, cancellation);
        IDataView encoded = encoder.Transform(new WatchedView(data.Rows, [data.Features], watch, data.Explain));
        ProgressDisplay.Run("checking", data.RowCount, watch, () =>
        {
            try
            {
                using DataViewRowCursor cursor = encoded.GetRowCursor([encoded.Schema[Spikes]]);
                ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(encoded.Schema[Spikes]);
                VBuffer<float> spikes = default;
                while (cursor.MoveNext())
                    getter(ref spikes);
            }
            catch (InvalidFeatureException error)
            {
                throw ToolException.BadInput(data.Explain(watch.Current, error), error);
            }
        });
    }

    /// <summary>The trainer's own lines: one for each epoch, and for each ten seconds of long ones.</summary>
    private static void ShowProgress(object? sender, LoggingEventArgs entry)
    {
        if (entry.Kind == ChannelMessageKind.Info && entry.RawMessage.StartsWith("Epoch ", StringComparison.Ordinal))
            Console.Error.WriteLine(entry.RawMessage);
    }
}
