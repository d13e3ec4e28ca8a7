using System.CommandLine;

namespace SpikeML.Tool.Commands;

/// <summary>The option for the number of threads.</summary>
internal sealed class ThreadsOption
{
    private readonly NumberOption _threads = new(
        "--threads", 1, 1024,
            "Use at most N threads; all cores by default. The number does not affect the output.");

    public Option Option => _threads.Option;

    public int Read(ParseResult arguments) => (int?)_threads.Read(arguments) ?? Math.Min(Environment.ProcessorCount, 1024);
}
