using System.CommandLine;
using Microsoft.ML;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Running;

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
        Option<string> output = new("--output", "-o")
        {
            HelpName = "FILE",
            Description = "The table (.csv); standard output by default.",
            DefaultValueFactory = _ => StandardOutput.Name,
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        ToolCommand predict = new("predict",
            "Predict with a saved model: a table with a line for each row, with its label if there is one, the prediction and "
                + "the scores. Spiking networks predict without libtorch.")
        {
            Examples = ["spikeml predict model.zip --sample-digits 100 -o predictions.csv"]
        };
        predict.Add(model.RefusingOptions());
        inputs.AddTo(predict);
        predict.Add("Output", output, force);
        predict.SetAction((arguments, cancellation) =>
        {
            string path = arguments.GetValue(output)!;
            bool overwrite = arguments.GetValue(force);
            if (path != StandardOutput.Name)
                OutputRequest.CheckPlace(path, overwrite, arguments.GetValue(model)!);
            using WarningLog warnings = new(isOfModel: true);
            (ITransformer loaded, DataViewSchema? schema) = ModelFile.Load(warnings.Context, arguments.GetValue(model)!);
            InputRequest input = inputs.Read(arguments, cancellation) with { ModelColumns = ModelInput.Scalars(schema) };
            InputData data = InputLoading.Load(warnings.Context, input, cancellation);
            PredictJob job = new(loaded, schema, arguments.GetValue(model)!, ModelInput.Fit(warnings.Context, data, schema));
            job.Run(path, overwrite, cancellation);
            return Task.FromResult(ExitCode.Done);
        });
        return predict;
    }
}
