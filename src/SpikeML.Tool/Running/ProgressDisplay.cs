using System.Globalization;
using Spectre.Console;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Running;

/// <summary>
/// Shows the progress of work on rows on standard error: a bar on a terminal, or a line every half minute in a log.
/// </summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(100), LineInterval = TimeSpan.FromSeconds(30);

    public static void Run(string what, long rows, RowWatch watch, Action work)
    {
        if (rows == 0)
            work();
        else if (Console.IsErrorRedirected || SwitchVariable.IsOn(Environment.GetEnvironmentVariable("CI")))
            Watch(Task.Run(work), LineInterval, () => Say($"{what}: {watch.Started:N0} of {rows:N0} rows"));
        else
            ShowBar(what, rows, watch, work);
    }

    public static void Say(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void ShowBar(string what, long rows, RowWatch watch, Action work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                ProgressTask bar = progress.AddTask(Markup.Escape(what), maxValue: rows);
                Watch(Task.Run(work), BarInterval, () => bar.Value = watch.Started);
            });
    }

    private static void Watch(Task work, TimeSpan interval, Action show)
    {
        while (Task.WaitAny([work], interval) < 0)
            show();
        work.GetAwaiter().GetResult();
    }
}
