using Microsoft.ML;

namespace SpikeML.Tool.Formats;

/// <summary>An input format: how to detect it, and how to read its rows.</summary>
internal interface IInputFormat
{
    /// <summary>The name in --input-format.</summary>
    string Name { get; }

    /// <summary>Whether it supports --labels-file.</summary>
    bool HasLabelsFile => false;

    /// <summary>Whether it supports --array.</summary>
    bool HasArrays => false;

    /// <summary>Whether it supports --steps and --sensor.</summary>
    bool HasSteps => false;

    /// <summary>Whether it supports --separator and --no-header.</summary>
    bool IsText => false;

    bool Recognises(InputSample sample);

    InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation);
}
