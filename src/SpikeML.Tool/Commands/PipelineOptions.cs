using System.CommandLine;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Jobs;

namespace SpikeML.Tool.Commands;

/// <summary>The options that make a pipeline of an encoder.</summary>
internal sealed class PipelineOptions(Encoder encoder)
{
    private readonly EncoderOptions _options = new(encoder);
    private readonly Option<bool> _scale = new("--scale")
    {
        Description =
        "First map each feature to [0, 1], from its least to its greatest value in all rows."
    };

    public void AddTo(Command command)
    {
        _options.AddTo(command);
        command.Add(_scale);
    }

    public Pipeline Read(ParseResult arguments, string? outputColumn) =>
        new(encoder, _options.Read(arguments), arguments.GetValue(_scale))
        {
            OutputColumn = outputColumn
            ?? OutputRequest.DefaultColumn
        };
}
