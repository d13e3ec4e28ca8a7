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
/// <param name="request">The options.</param>
/// <param name="path">The model file.</param>
/// <param name="force">Whether it replaces an existing file.</param>
internal sealed class TrainingJob(TrainingRequest request, string path, bool force)
{
    private const string Spikes = OutputRequest.DefaultColumn;

    public void Run(InputRequest input, CancellationToken cancellation)
    {
        OutputRequest.CheckPlace(path, force);
        using WarningLog warnings = new();
        MLContext context = warnings.Context;
        context.Log += ShowProgress;
        InputData data = InputLoading.Load(context, input, cancellation);
        string label = data.Label ?? throw ToolException.Usage("Training needs labels: name their column or array with --label, "
            + "or their file with --labels-file.");
        LabelKinds labels = LabelKinds.Of(data.Rows, label, cancellation);
        TrainingTask task = request.Task ?? labels.Task;
        IEstimator<ITransformer> conversion = labels.Conversion(context, label, task);
        ITransformer encoder = new Pipeline(request.Encoder, request.Code, request.Scale).Fit(context, data, cancellation);
        CheckRows(encoder, data, cancellation);
        string what = task.ToString().ToLowerInvariant();
        ProgressDisplay.Say($"{data.RowCount:N0} rows, {request.Encoder.Name} code, {what} on '{label}'");
        if (request.Threads is int threads)
            TorchSharp.torch.set_num_threads(threads);
        // A file would be parsed in every epoch.
        IDataView rows = data.Rows.GetRowCount() is null ? context.Data.Cache(data.Rows, data.Features, label) : data.Rows;
        IDataView labelled = conversion.Fit(rows).Transform(rows);
        SpikingNetworkTransformer network = Trainer(context, task, label, cancellation).Fit(encoder.Transform(labelled));
        TransformerChain<ITransformer> model = new(encoder, network);
        OutputFile.Write(path, force, stream => context.Model.Save(model, data.Rows.Schema, stream));
        ProgressDisplay.Say($"{path}: predict with 'spikeml predict {path}'");
        if (request.Network.ValidationFraction > 0)
            Console.Write(TestReport.Of(context, model.Transform(HeldOutOf(labelled)), task, label));
    }

    private SpikingNetworkTrainer Trainer(MLContext context, TrainingTask task, string label, CancellationToken cancellation) =>
        task switch
        {
            TrainingTask.Binary => context.BinaryClassification.Trainers.SpikingNetwork(label, Spikes, request.Network,
                cancellationToken: cancellation),
            TrainingTask.Multiclass => context.MulticlassClassification.Trainers.SpikingNetwork(label, Spikes, request.Network,
                cancellationToken: cancellation),
            _ => context.Regression.Trainers.SpikingNetwork(label, Spikes, request.Network, cancellationToken: cancellation),
        };

    /// <summary>The same rows as the trainer's.</summary>
    private SelectedRows HeldOutOf(IDataView rows)
    {
        HeldOut heldOut = new(request.Network.Seed!.Value, request.Network.ValidationFraction);
        return new(rows, heldOut.Takes);
    }

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
