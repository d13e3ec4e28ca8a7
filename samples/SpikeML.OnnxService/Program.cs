using Microsoft.Extensions.Configuration.Memory;
using Microsoft.ML.OnnxRuntime;
using SpikeML.OnnxService;

// Serves a model that ML.NET converted to ONNX, without ML.NET and without SpikeML.
// Usage: dotnet run -- [--model digits.onnx] [--urls http://127.0.0.1:5000]
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
// Quiet unless the environment or the command line says otherwise, such as Logging__LogLevel__Microsoft=Information.
builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
{
    InitialData = new Dictionary<string, string?> { ["Logging:LogLevel:Microsoft"] = "Warning" },
});
builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = OnnxModel.BodyBytes);
builder.Services.AddProblemDetails();
string path = builder.Configuration["model"] ?? Path.Combine(AppContext.BaseDirectory, "digits.onnx");
OnnxModel model;
try
{
    model = new OnnxModel(path);
}
catch (Exception error) when (error is OnnxRuntimeException or InvalidOperationException)
{
    Console.Error.WriteLine($"The model '{path}' cannot be served: {error.Message} Give another with --model FILE.");
    return 1;
}

using (model)
{
    WebApplication app = builder.Build();
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.MapGet("/model", () => model.Description);
    app.MapPost("/predict", (Row row) => model.FaultOf(row.Features) is string fault
        ? Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest) : Results.Ok(model.Predict(row.Features!)));
    app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(
        $"Serving {Path.GetFileName(path)}: POST {app.Urls.First()}/predict. Try next: the requests of the README."));
    app.Run();
}
return 0;
