using Microsoft.ML;
using SpikeML.Events;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Recordings;

/// <summary>
/// Event recordings as input: a row for each, whose features are the number of events in each of several equal parts of its time.
/// </summary>
internal sealed class RecordingFormat : IInputFormat
{
    public string Name => "events";

    public bool HasLabelsFile => true;

    public bool HasSteps => true;

    public bool Recognises(InputSample sample) => !sample.IsFolder && EventRecordings.Recognises(sample.Path);

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation)
    {
        if (request.Features is not null || request.Label is not null)
            throw ToolException.Usage("--features and --label can only be used with tables and ML.NET binary files: "
                + $"the events of '{path}' are the features, and classes are folders or in --labels-file.");
        int steps = request.Steps ?? RecordingSpikes.DefaultSteps;
        IDataView rows = context.Data.LoadEvents(path, new()
        {
            NumSteps = steps,
            LabelsPath = request.LabelsPath,
            Reader = new() { Width = request.SensorWidth, Height = request.SensorHeight },
        });
        string? label = rows.Schema.GetColumnOrNull(InputRequest.DefaultLabel)?.Name;
        return new InputData(rows, rows.GetRowCount()!.Value, EventLoaderSchema.Spikes, label)
        {
            Files = [.. ((EventDataView)rows).Paths],
            Facts = [new("steps", steps.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        };
    }
}
