using System.Collections.Concurrent;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Warnings of one transformer in <c>mlContext.Log</c>, each given once, whatever the number of cursors.</summary>
internal sealed class OnceLog(IHost host)
{
    private readonly ConcurrentDictionary<(string Kind, string Column), bool> _said = new();

    /// <summary>Warns, unless this kind of warning has already been given for the column.</summary>
    public void Warn(string kind, string column, string message)
    {
        if (!_said.TryAdd((kind, column), true))
            return;
        using IChannel channel = host.Start("Spikes");
        channel.Warning(message);
    }
}
