using System.CommandLine;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;

namespace SpikeML.Tool.Commands;

/// <summary>The options that create a pipeline from an encoder.</summary>
internal sealed class PipelineOptions(Encoder encoder)
{
    private readonly EncoderOptions _options = new(encoder);
    private readonly Option<bool> _scale = new("--scale")
    {
        Description =
        "First scale each feature to [0, 1], from its minimum to its maximum over all rows."
    };

    public void AddTo(ToolCommand command)
    {
        _options.AddTo(command);
        command.Add(EncoderOptions.Heading, _scale);
    }

    public Pipeline Read(ParseResult arguments, string? outputColumn) =>
        new(encoder, _options.Read(arguments), arguments.GetValue(_scale))
        {
            OutputColumn = outputColumn
            ?? OutputRequest.DefaultColumn
        };
}
