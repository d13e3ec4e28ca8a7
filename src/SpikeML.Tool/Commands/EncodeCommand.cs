using System.CommandLine;
using Microsoft.ML;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Running;
using SpikeML.Tool.Shards;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml encode</c>: encodes with an encoder and its options, or with a saved model.</summary>
internal static class EncodeCommand
{
    public static Command Make()
    {
        ToolCommand encode = new("encode",
            "Encode rows as spike trains with an encoder or with a saved model. 'spikeml help encode rate' lists the options "
                + "of an encoder.")
        {
            Examples = ["spikeml encode rate --sample-digits 100 -o spikes.npz"]
        };
        encode.Add(MakeModel());
        foreach (Encoder encoder in Encoder.All)
            encode.Add(MakeEncoder(encoder));
        return encode;
    }

    private static ToolCommand MakeModel()
    {
        ToolCommand command = new("model", "Encode with a saved ML.NET model that has an encoder, as 'spikeml fit' saves it.")
        {
            Examples = ["spikeml fit rate --sample-digits 100 -o encoder.zip",
                "spikeml encode model encoder.zip --sample-digits 100 -o spikes.npz"]
        };
        Argument<string> model = new("model") { Description = "The model file." };
        command.Add(model.RefusingOptions());
        Set(command, (context, arguments, _, _) => new ModelSource(context, arguments.GetValue(model)!), isOfModel: true);
        return command;
    }

    private static ToolCommand MakeEncoder(Encoder encoder)
    {
        ToolCommand command = new(encoder.Name, encoder.Description)
        {
            Examples = [$"spikeml encode {encoder.Name} --sample-digits 100 -o spikes.npz"]
        };
        PipelineOptions pipeline = new(encoder);
        pipeline.AddTo(command);
        Set(command, (_, arguments, output, shard) => new PipelineSource(pipeline.Read(arguments, output.Column), shard));
        return command;
    }

    private static void Set(ToolCommand command, Func<MLContext, ParseResult, OutputRequest, Shard?, IModelSource> source,
        bool isOfModel = false)
    {
        InputOptions inputs = new();
        OutputOptions outputs = new();
        inputs.AddTo(command);
        outputs.AddTo(command);
        command.SetAction((arguments, cancellation) =>
        {
            OutputRequest output = outputs.Read(arguments);
            Shard? shard = outputs.ReadShard(arguments);
            using WarningLog warnings = new(isOfModel);
            MLContext context = warnings.Context;
            IModelSource model = source(context, arguments, output, shard);
            InputRequest input = inputs.Read(arguments, cancellation) with
            {
                TextColumns = [.. output.Keep.Concat(model.ColumnsNeeded)],
            };
            new EncodeJob(input, output, shard).Run(context, data => model.Make(context, data, cancellation), cancellation);
            return Task.FromResult(ExitCode.Done);
        });
    }
}
