using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Tool.Running;

/// <summary>
/// A context whose warnings appear on standard error, each once, when the work is done: not in the middle of a progress bar.
/// </summary>
internal sealed class WarningLog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<string> _warnings = [];
    private readonly bool _isOfModel;

    /// <param name="isOfModel">Whether a saved model gives the warnings, whose options belong to another command.</param>
    public WarningLog(bool isOfModel = false)
    {
        _isOfModel = isOfModel;
        Context.Log += (_, entry) =>
        {
            if (entry.Kind == ChannelMessageKind.Warning)
                Add(entry.RawMessage);
        };
    }

    public MLContext Context { get; } = new();

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (string warning in _warnings)
                Console.Error.WriteLine($"{ToolProgram.Current.Name}: warning: {warning}");
            _warnings.Clear();
        }
    }

    private void Add(string message)
    {
        string text = ErrorReport.OneLine(ShellWords.Of(message));
        if (_isOfModel && text.Contains(" --", StringComparison.Ordinal))
            text += " These are options of 'spikeml fit'.";
        lock (_lock)
        {
            if (!_warnings.Contains(text))
                _warnings.Add(text);
        }
    }
}
