using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.WebApi on loopback, under load, while its model file is replaced.</summary>
public sealed class WebApiTests(WebApiTests.Service service) : IClassFixture<WebApiTests.Service>
{
    private const int Requests = 10_000;
    private const int Clients = 6;
    private const int DigitCount = 150;

    private static readonly MLContext Context = new(seed: 4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Http => service.Client;

    private string ModelPath => service.ModelPath;

    [Fact]
    public async Task Every_answer_of_10000_is_the_batchs_while_the_model_is_replaced()
    {
        float[][] digits = [.. Context.Data.LoadSampleDigits(DigitCount, seed: 9).GetColumn<float[]>("Features")];
        byte[] next = Train(seed: 2);
        var expected = new ConcurrentDictionary<string, Answer[]>
        {
            [Version(File.ReadAllBytes(ModelPath))] = Batch(File.ReadAllBytes(ModelPath), digits),
            [Version(next)] = Batch(next, digits),
        };
        byte[][] bodies = [.. digits.Select(features => JsonSerializer.SerializeToUtf8Bytes(new { features }))];
        ConcurrentDictionary<string, int> answered = new();
        int sent = 0;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref sent)) <= Requests;)
            {
                if (number == Requests / 3)
                    Replace(next);
                if (number == Requests * 2 / 3)
                    Replace([1, 2, 3]);
                int digit = (number * 31 + client) % digits.Length;
                Answer answer = await PredictAsync(bodies[digit]);
                AssertSame(expected[answer.Model][digit], answer);
                answered.AddOrUpdate(answer.Model, 1, (_, count) => count + 1);
            }
        }, Cancellation)));
        Assert.Equal(Requests, answered.Values.Sum());
        // Both models answered, and the file that is no model did not put the second one out of service.
        Assert.Equal(2, answered.Count);
        Assert.Equal(Version(next), (await PredictAsync(bodies[0])).Model);
        Assert.Contains("\"status\":\"degraded\",\"detail\":\"The model file was replaced by one that cannot be loaded",
            await Http.GetStringAsync("/health/ready", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_gets_a_clear_400_and_the_server_goes_on()
    {
        (string Path, object Body, string Message)[] bad =
        [
            ("/predict", new { }, "features is missing"),
            ("/predict", new { features = new float[783] }, "783 values"),
            ("/raster", new { features = new float[783] }, "783 values"),
            ("/player", new { features = Enumerable.Repeat(1.5f, 784) }, "features[0] is 1.5"),
        ];
        foreach ((string path, object body, string message) in bad)
        {
            HttpResponseMessage response = await Http.PostAsJsonAsync(path, body, Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(message, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
        Assert.Contains("model", await Http.GetStringAsync("/health", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_raster_of_a_digit_is_an_SVG_picture()
    {
        HttpResponseMessage response = await Http.PostAsJsonAsync("/raster", new { features = NeatDigits.Draw(3, 28, 0.7) },
            Cancellation);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<svg", (await response.Content.ReadAsStringAsync(Cancellation)).Split("?>").Last().TrimStart(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_player_of_a_digit_is_a_page_that_needs_no_other_file()
    {
        HttpResponseMessage response = await Http.PostAsJsonAsync("/player", new { features = NeatDigits.Draw(3, 28, 0.7) },
            Cancellation);
        string page = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    private async Task<Answer> PredictAsync(byte[] body)
    {
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = new("application/json");
        HttpResponseMessage response = await Http.PostAsync("/predict?spikes=true&asIs=true", content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Answer>(Cancellation))!;
    }

    private static void AssertSame(Answer expected, Answer actual)
    {
        Assert.Equal((expected.Label, expected.Probability, expected.SpikeCount),
            (actual.Label, actual.Probability, actual.SpikeCount));
        // An assertion on arrays compares element by element, which takes longer than the request.
        Assert.True(expected.SpikeSlots.AsSpan().SequenceEqual(actual.SpikeSlots), "Other spikes than the batch's.");
    }

    private static byte[] Train(int seed)
    {
        IDataView digits = Context.Data.LoadSampleDigits(300, seed);
        ITransformer model = Context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 5, Seed = seed })
            .Append(Context.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Label", "Spikes",
                optimizationTolerance: 1e-2f)).Fit(digits);
        using MemoryStream stream = new();
        Context.Model.Save(model, digits.Schema, stream);
        return stream.ToArray();
    }

    private static Answer[] Batch(byte[] file, float[][] digits)
    {
        MLContext context = new();
        IDataView data = context.Data.LoadFromEnumerable(digits.Select(features => new Digit { Features = features }).ToArray());
        IDataView scored = context.Model.Load(new MemoryStream(file), out _).Transform(data);
        return [.. context.Data.CreateEnumerable<Scored>(scored, reuseRowObject: false).Select(row =>
        {
            int[] slots = [.. Enumerable.Range(0, row.Spikes.Length).Where(slot => row.Spikes[slot] != 0)];
            return new Answer((int)row.PredictedLabel - 1, row.Score.Max(), slots.Length, slots, Version(file));
        })];
    }

    private void Replace(byte[] model)
    {
        string temporary = ModelPath + ".tmp";
        File.WriteAllBytes(temporary, model);
        File.Move(temporary, ModelPath, overwrite: true);
    }

    private static string Version(byte[] file) => Convert.ToHexString(SHA256.HashData(file))[..12];

    /// <summary>The service with a model, for all tests of the class.</summary>
    public sealed class Service : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-web-");
        private WebService? _service;

        internal string ModelPath => Path.Combine(_folder.FullName, "model.zip");

        internal HttpClient Client => _service!.Client;

        public async ValueTask InitializeAsync()
        {
            await File.WriteAllBytesAsync(ModelPath, Train(seed: 1));
            _service = await WebService.StartAsync(ModelPath);
        }

        public ValueTask DisposeAsync()
        {
            _service?.Dispose();
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    private sealed record Answer(int Label, float Probability, int SpikeCount, int[]? SpikeSlots, string Model);

    private sealed class Digit
    {
        [VectorType(28, 28)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Scored
    {
        public uint PredictedLabel { get; set; }
        public float[] Score { get; set; } = [];
        public float[] Spikes { get; set; } = [];
    }
}
