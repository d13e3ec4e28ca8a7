using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SpikeML.Samples.Tests;

/// <summary>A sample with a web service, running on a free port of loopback.</summary>
internal sealed partial class WebService : IDisposable
{
    private readonly Process _process;

    private WebService(Process process, string address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    /// <summary>Starts the service with a model file, which it trains where there is none.</summary>
    public static Task<WebService> StartAsync(string modelPath) => StartAsync("SpikeML.WebApi", "--model", modelPath);

    /// <summary>Starts the service of a sample.</summary>
    public static async Task<WebService> StartAsync(string sample, params string[] arguments)
    {
        Process process = SampleProgram.Start(sample, [.. arguments, "--urls", "http://127.0.0.1:0"]);
        while (await process.StandardOutput.ReadLineAsync() is string line)
        {
            if (Address().Match(line) is not { Success: true } match)
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new WebService(process, match.Value);
        }
        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
