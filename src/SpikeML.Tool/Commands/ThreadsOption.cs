using System.CommandLine;

namespace SpikeML.Tool.Commands;

/// <summary>The option that says how many threads a command takes.</summary>
internal sealed class ThreadsOption
{
    private readonly NumberOption _threads = new(
        "--threads", 1, 1024,
            "Use at most N threads, 1 for one; all cores by default. The file is the same whatever the number.");

    public void AddTo(Command command) => _threads.AddTo(command);

    public int Read(ParseResult arguments) => (int?)_threads.Read(arguments) ?? Math.Min(Environment.ProcessorCount, 1024);
}
