using Microsoft.Extensions.Configuration.Memory;
using SpikeML.WebApi;

// A web service that predicts a digit and shows its spikes.
// Usage: dotnet run -- [--model model.zip] [--urls http://127.0.0.1:5000]
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
// Quiet unless the environment or the command line says otherwise, such as Logging__LogLevel__Microsoft=Information.
builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
{
    InitialData = new Dictionary<string, string?> { ["Logging:LogLevel:Microsoft"] = "Warning" },
});
builder.UseLimits();
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
builder.Services.AddOpenApi();
ServiceMetrics.Add(builder.Services);
builder.Services.AddHealthChecks().AddCheck<ModelHealth>("model");
string path = builder.Configuration["model"] ?? Path.Combine(AppContext.BaseDirectory, "digits.zip");
builder.Services.AddSingleton(services => new ModelPool(
    path, services.GetRequiredService<ServiceMetrics>(), services.GetRequiredService<ILogger<ModelPool>>()));
WebApplication app = builder.Build();
try
{
    if (!File.Exists(path))
        SampleModel.Train(path);
    app.Services.GetRequiredService<ModelPool>();
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or InvalidOperationException
    or ArgumentException)
{
    Console.Error.WriteLine($"The model '{path}' cannot be served: {error.Message} Give another with --model FILE.");
    return 1;
}

app.UseSecurityHeaders();
app.UseProblems();
app.MapDigits();
ModelHealth.Map(app);
PageFiles.Map(app);
app.MapOpenApi();
app.MapPrometheusScrapingEndpoint();

app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(
    $"Open {app.Urls.First()} and draw a digit. Try next: the requests of the README, or --model FILE with your own model."));
app.Run();
return 0;
