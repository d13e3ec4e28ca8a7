using System.CommandLine;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;

namespace SpikeML.Tool.Commands;

/// <summary>The options that create a pipeline from an encoder.</summary>
/// <param name="encoder">The encoder.</param>
/// <param name="defaults">Its options where the command line names none, or null for the encoder's own defaults.</param>
internal sealed class PipelineOptions(Encoder encoder, SpikeCode? defaults = null)
{
    private readonly EncoderOptions _options = new(encoder, defaults);
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
