namespace SpikeML.Tool.Running;

/// <summary>What the process says to those who start it, such as a job's controller that decides whether to try again.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A file or the machine failed: another try may go well.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong: another try cannot go well.</summary>
    public const int Usage = 2;

    /// <summary>The input cannot be read or encoded: another try cannot go well.</summary>
    public const int BadInput = 3;

    public const int Interrupted = 130;

    public const int Terminated = 143;
}
