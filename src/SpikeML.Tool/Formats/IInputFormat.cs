using Microsoft.ML;

namespace SpikeML.Tool.Formats;

/// <summary>A format of inputs: how they are told apart, and how their rows are read.</summary>
internal interface IInputFormat
{
    /// <summary>As --input-format has it.</summary>
    string Name { get; }

    /// <summary>Whether --labels-file is for it.</summary>
    bool HasLabelsFile => false;

    /// <summary>Whether --separator and --no-header are for it.</summary>
    bool IsText => false;

    bool Recognises(InputSample sample);

    InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation);
}
