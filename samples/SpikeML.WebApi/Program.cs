using SpikeML;
using SpikeML.Plot;
using SpikeML.WebApi;

// A web service that predicts a digit and shows its spikes.
// Usage: dotnet run -- [--model model.zip] [--urls http://127.0.0.1:5000]
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
// A 28 x 28 image takes about 10 KB of JSON.
builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = 64 * 1024);
builder.Services.AddSingleton(services =>
{
    string path = builder.Configuration["model"] ?? Path.Combine(AppContext.BaseDirectory, "digits.zip");
    if (!File.Exists(path))
        SampleModel.Train(path);
    return new ModelPool(path, services.GetRequiredService<ILogger<ModelPool>>());
});
WebApplication app = builder.Build();
app.Services.GetRequiredService<ModelPool>();

app.MapGet("/health", (ModelPool pool) => Results.Ok(new { status = "ok", model = pool.Version }));

app.MapPost("/predict", (Digit digit, ModelPool pool, bool spikes = false) =>
{
    if (digit.Fault() is string fault)
        return BadRequest(fault);
    (Encoded encoded, string version) = pool.Predict(digit);
    int[] slots = [.. Enumerable.Range(0, encoded.Spikes.Length).Where(slot => encoded.Spikes[slot] != 0)];
    return Results.Ok(new Answer((int)encoded.Key - 1, encoded.Score.Max(), slots.Length, spikes ? slots : null, version));
});

app.MapPost("/raster", (Digit digit, ModelPool pool) => Draw(digit, pool,
    train => Results.Text(SpikePlot.Raster(train, new() { Title = "Input layer" }).ToSvg(), "image/svg+xml")));

app.MapPost("/player", (Digit digit, ModelPool pool) => Draw(digit, pool,
    train => Results.Text(SpikePlot.Animate(train, new() { Title = "Input layer" }).ToHtml(), "text/html")));

// A page to try it: draw a digit, see the prediction and the spikes.
app.MapGet("/", () => Results.Stream(typeof(Digit).Assembly.GetManifestResourceStream("index.html")!, "text/html"));

app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(
    $"Open {app.Urls.First()} and draw a digit. Try next: the requests of the README, or --model FILE with your own model."));
app.Run();

static IResult Draw(Digit digit, ModelPool pool, Func<SpikeTrain, IResult> draw)
{
    if (digit.Fault() is string fault)
        return BadRequest(fault);
    float[] spikes = pool.Predict(digit).Encoded.Spikes;
    return draw(SpikeTrain.FromDense(spikes, spikes.Length / 784, 28, 28));
}

static IResult BadRequest(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest,
    title: "The digit cannot be encoded.");
