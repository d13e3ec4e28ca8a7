using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpikeML.Samples.Tests;

/// <summary>
/// The page of samples/SpikeML.WebApi in headless Chromium, driven by webapi.mjs, with the model that the service trains itself.
/// </summary>
public sealed class WebPageTests : IDisposable
{
    private const int Pixels = 784, NumSteps = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-page-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Page_shows_what_the_service_says_of_the_drawn_digit_and_plays_its_spikes()
    {
        string modules = Environment.GetEnvironmentVariable("SPIKEML_NODE_MODULES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "spikeml-tools",
                "node_modules");
        Assert.SkipUnless(Directory.Exists(Path.Combine(modules, "playwright-core")),
            "This machine has no playwright-core (.ci/run installs it).");
        SkipUnlessFound("chromium");
        SkipUnlessFound("node");
        using WebService service = await WebService.StartAsync(Path.Combine(_folder.FullName, "digits.zip"));
        JsonElement seen = await DriveAsync(modules, service.Client.BaseAddress!.ToString());

        Assert.Empty(seen.GetProperty("messages").EnumerateArray());
        Assert.StartsWith("There is no digit in the image.", seen.GetProperty("empty").GetString(), StringComparison.Ordinal);
        Assert.Equal(390, seen.GetProperty("phoneWidth").GetInt32());
        // What the page sent, sent again.
        JsonElement sent = seen.GetProperty("requests").EnumerateArray()
            .First(request => request.GetProperty("url").GetString()!.EndsWith("/predict", StringComparison.Ordinal));
        using JsonDocument digit = JsonDocument.Parse(sent.GetProperty("body").GetString()!);
        Assert.InRange(digit.RootElement.GetProperty("features").EnumerateArray().Count(pixel => pixel.GetDouble() > 0),
            200, 1200);
        HttpResponseMessage response = await service.Client.PostAsJsonAsync("/predict?spikes=true", digit.RootElement,
            Cancellation);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.StartsWith($"This is a {answer.GetProperty("label").GetInt32()} (", seen.GetProperty("answer").GetString(),
            StringComparison.Ordinal);
        Assert.EndsWith(FormattableString.Invariant($" %), from {answer.GetProperty("spikeCount").GetInt32():N0} spikes."),
            seen.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Equal(Counts(answer), seen.GetProperty("steps").EnumerateArray().Select(status => Count(status.GetString()!))
            .ToArray());
    }

    private static int[] Counts(JsonElement answer)
    {
        int[] counts = new int[NumSteps];
        foreach (JsonElement slot in answer.GetProperty("spikeSlots").EnumerateArray())
            counts[slot.GetInt32() / Pixels]++;
        return counts;
    }

    // "Step 3 of 20 · 0.12 s · 41 spikes"
    private static int Count(string status) => int.Parse(status.Split('·')[^1].Trim().Split(' ')[0],
        System.Globalization.CultureInfo.InvariantCulture);

    private async Task<JsonElement> DriveAsync(string modules, string address)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "webapi.mjs"), profile = Path.Combine(_folder.FullName, "profile");
        ProcessStartInfo start = new("node", [script, modules, address, profile])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process node = Process.Start(start)!;
        Task<string> errors = node.StandardError.ReadToEndAsync(Cancellation);
        string output = await node.StandardOutput.ReadToEndAsync(Cancellation);
        await node.WaitForExitAsync(Cancellation);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(output).RootElement;
    }

    private static void SkipUnlessFound(string program) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder =>
            File.Exists(Path.Combine(folder, program))),
        $"This machine has no {program}.");
}
