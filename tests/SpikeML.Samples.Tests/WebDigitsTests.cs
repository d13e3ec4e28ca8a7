using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;

namespace SpikeML.Samples.Tests;

/// <summary>Digits drawn anywhere and at any size, read by samples/SpikeML.WebApi with the model that it trains itself.</summary>
public sealed class WebDigitsTests(WebDigitsTests.Service service) : IClassFixture<WebDigitsTests.Service>
{
    public static TheoryData<int, double, double, double> Places => new()
    {
        { 28, 0.82, 0, 0 }, { 28, 0.49, 0, 0 }, { 28, 0.49, -0.17, -0.17 }, { 28, 0.49, 0.17, -0.17 }, { 28, 0.49, -0.17, 0.17 },
        { 28, 0.49, 0.17, 0.17 }, { 28, 0.7, 0, 4 / 28.0 / 2 }, { 84, 0.82, 0, 0 }, { 84, 0.49, 0.2, -0.2 },
        { 84, 0.33, -0.25, 0.25 },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Predict_reads_ten_digits_when_they_are_drawn_at_any_place_and_size(
        int side, double height, double right, double down)
    {
        int[] labels = new int[10];
        for (int digit = 0; digit < 10; digit++)
            labels[digit] = (await ReadAsync(await PostAsync(NeatDigits.Draw(digit, side, height, right, down)))).Label;
        Assert.Equal(Enumerable.Range(0, 10), labels);
    }

    [Fact]
    public async Task Predict_scales_and_centres_the_ink_when_it_is_small_and_in_a_corner()
    {
        Answer answer = await ReadAsync(await PostAsync(NeatDigits.Draw(0, 84, 0.33, -0.25, 0.25)));
        byte[] image = Base64Url.DecodeFromChars(answer.Image);
        int[] ink = [.. Enumerable.Range(0, 784).Where(i => image[i] > 25)];
        Assert.Equal(20, ink.Max(i => i / 28) - ink.Min(i => i / 28) + 1);
        Assert.InRange(ink.Average(i => i / 28 + 0.5), 13.3, 14.7);
        Assert.InRange(ink.Average(i => i % 28 + 0.5), 13.3, 14.7);
        // What was centred stays where it is.
        Answer again = await ReadAsync(await PostAsync([.. image.Select(pixel => pixel / 255f)]));
        int[] moved = [.. Base64Url.DecodeFromChars(again.Image).Zip(image, (now, before) => Math.Abs(now - before))];
        Assert.InRange(moved.Max(), 0, 40);
    }

    [Fact]
    public async Task Predict_encodes_the_pixels_themselves_when_asIs_is_true()
    {
        float[] pixels = NeatDigits.Draw(7, 28, 0.5, 0.1);
        Answer answer = await ReadAsync(await PostAsync(pixels, "?asIs=true"));
        Assert.Equal(pixels.Select(pixel => (byte)MathF.Round(pixel * 255)), Base64Url.DecodeFromChars(answer.Image));
    }

    [Theory]
    [InlineData(0, "draw a digit first")]
    [InlineData(1, "The edge of the image is bright")]
    public async Task Predict_finds_no_digit_when_all_pixels_are_alike(float pixel, string message)
    {
        HttpResponseMessage response = await PostAsync([.. Enumerable.Repeat(pixel, 784)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_finds_no_digit_when_the_ink_is_a_dot()
    {
        float[] pixels = new float[784];
        pixels[400] = pixels[401] = 1;
        string answer = await (await PostAsync(pixels)).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("The ink covers 2 x 1 of 28 x 28 pixels: draw the digit larger.", answer, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(float[] features, string query = "") =>
        service.Client.PostAsJsonAsync("/predict" + query, new { features }, Cancellation);

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Answer>(Cancellation))!;
    }

    private sealed record Answer(int Label, string Image);

    /// <summary>The service, with the model that it trains at its first start.</summary>
    public sealed class Service : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-web-");
        private WebService? _service;

        internal HttpClient Client => _service!.Client;

        public async ValueTask InitializeAsync() =>
            _service = await WebService.StartAsync(Path.Combine(_folder.FullName, "digits.zip"));

        public ValueTask DisposeAsync()
        {
            _service?.Dispose();
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
