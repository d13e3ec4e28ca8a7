namespace SpikeML.Tool.Running;

/// <summary>The exit codes, from which a job controller can decide whether to retry.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A file or the machine failed: a retry may succeed.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong: a retry cannot succeed.</summary>
    public const int Usage = 2;

    /// <summary>The input cannot be read or encoded: a retry cannot succeed.</summary>
    public const int BadInput = 3;

    public const int Interrupted = 130;

    /// <summary>The program that read standard output has ended, as other programs report SIGPIPE.</summary>
    public const int BrokenPipe = 141;

    public const int Terminated = 143;
}
