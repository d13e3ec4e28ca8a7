namespace SpikeML.Tool.Running;

/// <summary>An error whose message says what happened, where, with which value, and what to do.</summary>
internal sealed class ToolException(int exitCode, string message, Exception? cause = null) : Exception(message, cause)
{
    public int ExitCode => exitCode;

    public static ToolException Usage(string message, Exception? cause = null) => new(Running.ExitCode.Usage, message, cause);

    public static ToolException BadInput(string message, Exception? cause = null) =>
        new(Running.ExitCode.BadInput, message, cause);

    public static ToolException Failed(string message, Exception? cause = null) => new(Running.ExitCode.Failed, message, cause);
}
