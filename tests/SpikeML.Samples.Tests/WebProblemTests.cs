using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SpikeML.Samples.Tests;

/// <summary>What samples/SpikeML.WebApi answers to requests that it cannot serve, and what it says of itself.</summary>
public sealed class WebProblemTests(WebDigitsTests.Service service) : IClassFixture<WebDigitsTests.Service>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string?, string, int, string> Requests => new()
    {
        { "GET", "/nothing", null, "", 404, "There is nothing at /nothing" },
        { "GET", "/predict", null, "", 405, "use POST" },
        { "POST", "/", "{}", "application/json", 405, "use GET" },
        { "POST", "/predict", "features=1", "application/x-www-form-urlencoded", 415, "send JSON" },
        { "POST", "/predict", "", "application/json", 400, "The body is empty" },
        { "POST", "/predict", "{", "application/json", 400, "line 1, byte 2" },
        { "POST", "/predict", "{\"features\":[1,\"x\"]}", "application/json", 400, "$.features[1] (line 1, byte" },
        { "POST", "/predict", "{\"features\":[1e999]}", "application/json", 400, "features has 1 value: " },
        { "POST", "/predict", "{}", "application/json; charset=nope", 415, "charset=nope\": send JSON" },
        { "POST", "/predict", "{}", "", 415, "The content type is missing: send JSON" },
        { "POST", "/predict", "null", "application/json", 400, "The body is empty" },
        { "POST", "/predict?spikes=maybe", "{}", "application/json", 400, "spikes is \"maybe\": it must be true or false" },
        { "GET", "/player?image=AAAA", null, "", 400, "image must be 784 bytes" },
        { "POST", "/predict", new string(' ', 140_000) + "{}", "application/json", 413, "larger than 128 KiB" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_error_is_a_problem_that_says_what_to_do(
        string method, string path, string? body, string type, int status, string message)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        // A browser prefers pages, and gets the problem all the same.
        request.Headers.Accept.ParseAdd("text/html");
        if (body is not null)
        {
            // A server that refuses a body hangs up on those who go on sending: ask first.
            request.Headers.ExpectContinue = body.Length > 100_000;
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);
        }
        HttpResponseMessage response = await service.Client.SendAsync(request, Cancellation);
        Assert.Equal((status, "application/problem+json"),
            ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        JsonElement problem = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(message, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        CheckHeaders(response);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/page.js", "text/javascript")]
    [InlineData("/page.css", "text/css")]
    [InlineData("/health", "application/json")]
    [InlineData("/health/live", "application/json")]
    [InlineData("/health/ready", "application/json")]
    [InlineData("/openapi/v1.json", "application/json")]
    [InlineData("/metrics", "text/plain")]
    public async Task Get_answers_with_security_headers(string path, string type)
    {
        HttpResponseMessage response = await service.Client.GetAsync(path, Cancellation);
        Assert.Equal((200, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        CheckHeaders(response);
    }

    /// <summary>As load balancers and checkers of links ask.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/page.js")]
    [InlineData("/page.css")]
    [InlineData("/health")]
    public async Task Head_answers_like_get_without_a_body(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Head, path);
        HttpResponseMessage head = await service.Client.SendAsync(request, Cancellation);
        HttpResponseMessage get = await service.Client.GetAsync(path, Cancellation);
        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        CheckHeaders(head);
    }

    [Fact]
    public async Task Page_has_neither_scripts_nor_styles_of_its_own_when_browsers_allow_none()
    {
        string page = await service.Client.GetStringAsync("/", Cancellation);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("<script src=\"page.js\" defer></script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenApi_lists_the_requests_and_their_problems()
    {
        JsonElement paths = JsonElement.Parse(await service.Client.GetStringAsync("/openapi/v1.json", Cancellation))
            .GetProperty("paths");
        Assert.Equal(["/player", "/predict", "/raster"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        JsonElement responses = paths.GetProperty("/predict").GetProperty("post").GetProperty("responses");
        Assert.Equal(["200", "400", "413", "415", "422"], responses.EnumerateObject().Select(response => response.Name));
    }

    [Fact]
    public async Task Metrics_count_predictions_by_digit()
    {
        string body = JsonSerializer.Serialize(new { features = NeatDigits.Draw(4, 28, 0.7) });
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        await service.Client.PostAsync("/predict", content, Cancellation);
        // The exporter keeps a response for a moment.
        string metrics = "";
        for (int attempt = 0; attempt < 20 && !metrics.Contains("digit=\"4\"", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(500, Cancellation);
            metrics = await service.Client.GetStringAsync("/metrics", Cancellation);
        }
        Assert.Matches("spikeml_predictions_total\\{[^}]*digit=\"4\"[^}]*\\} 1", metrics);
        Assert.Contains("spikeml_prediction_duration_seconds_count", metrics, StringComparison.Ordinal);
    }

    private static void CheckHeaders(HttpResponseMessage response)
    {
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }
}
