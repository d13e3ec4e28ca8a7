using System.Diagnostics;
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

    /// <param name="what">What is worked on, such as the name of a file.</param>
    /// <param name="all">The number of rows, or of other units.</param>
    /// <param name="watch">Counts those that are done.</param>
    /// <param name="work">The work.</param>
    /// <param name="unit">The name of the units.</param>
    public static void Run(string what, long all, RowWatch watch, Action work, string unit = "rows")
    {
        Stopwatch clock = Stopwatch.StartNew();
        if (all == 0)
            work();
        else if (Console.IsErrorRedirected || SwitchVariable.IsOn(Environment.GetEnvironmentVariable("CI")))
            Watch(Task.Run(work), LineInterval, () => Say($"{what}: {ProgressText.Of(watch.Started, all, unit, clock.Elapsed)}"));
        else
            ShowBar(what, all, watch, work, () => ProgressText.Of(watch.Started, all, unit, clock.Elapsed));
    }

    public static void Say(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void ShowBar(string what, long all, RowWatch watch, Action work, Func<string> text)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(progress =>
            {
                ProgressTask bar = progress.AddTask(Markup.Escape(what), maxValue: all);
                Watch(Task.Run(work), BarInterval, () =>
                {
                    bar.Value = watch.Started;
                    bar.Description = Markup.Escape($"{what}: {text()}");
                });
            });
    }

    private static void Watch(Task work, TimeSpan interval, Action show)
    {
        while (Task.WaitAny([work], interval) < 0)
            show();
        work.GetAwaiter().GetResult();
    }
}
