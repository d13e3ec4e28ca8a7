using System.CommandLine;
using Microsoft.ML;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Running;
using SpikeML.Tool.Tables;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml predict</c>: the predictions of a saved model as a table.</summary>
internal static class PredictCommand
{
    public static Command Make()
    {
        InputOptions inputs = new();
        Argument<string> model = new("model")
        {
            Description = "A model that predicts, trained with ML.NET or spikeml-train and saved as .zip or .mlnet."
        };
        TableOptions table = new();
        ToolCommand predict = new("predict",
            "Predict with a saved model: a table with a line for each row, with its label if there is one, the prediction and "
                + "the scores. Spiking networks predict without libtorch.")
        {
            Examples = ["spikeml predict model.zip --sample-digits 100 -o predictions.csv"]
        };
        predict.Add(model.RefusingOptions());
        inputs.AddTo(predict);
        table.AddTo(predict);
        predict.SetAction((arguments, cancellation) =>
        {
            (string path, bool force, ITableFormat format) = table.Read(arguments,
                [arguments.GetValue(model)!, .. inputs.Files(arguments)]);
            using WarningLog warnings = new(isOfModel: true);
            (ITransformer loaded, DataViewSchema? schema) = ModelFile.Load(warnings.Context, arguments.GetValue(model)!);
            InputRequest input = inputs.Read(arguments, cancellation) with
            {
                ModelColumns = ModelInput.Scalars(schema),
                TakesLabelsOverTime = true,
            };
            InputData data = InputLoading.Load(warnings.Context, input, cancellation);
            PredictJob job = new(loaded, schema, arguments.GetValue(model)!, ModelInput.Fit(warnings.Context, data, schema));
            job.Run(format, path, force, cancellation);
            return Task.FromResult(ExitCode.Done);
        });
        return predict;
    }
}
