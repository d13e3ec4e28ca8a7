using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Tests.Warnings;

/// <summary>The warnings that an MLContext logs.</summary>
internal sealed class LoggedWarnings
{
    private readonly List<string> _messages = [];

    public LoggedWarnings(MLContext context) => context.Log += (_, entry) =>
    {
        if (entry.Kind == ChannelMessageKind.Warning)
        {
            lock (_messages)
                _messages.Add(entry.RawMessage);
        }
    };

    public string[] All
    {
        get
        {
            lock (_messages)
                return [.. _messages];
        }
    }

    /// <summary>The only warning, which has these words.</summary>
    public void Single(params string[] words)
    {
        string message = Assert.Single(All);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    /// <summary>One warning has all these words.</summary>
    public void Contains(params string[] words) =>
        Assert.Single(All, message => words.All(word => message.Contains(word, StringComparison.Ordinal)));
}
