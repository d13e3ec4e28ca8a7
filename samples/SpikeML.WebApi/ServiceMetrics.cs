using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace SpikeML.WebApi;

/// <summary>
/// What the service counts besides ASP.NET's own metrics: predictions by digit, how long they took, and loads of the model.
/// </summary>
internal sealed class ServiceMetrics
{
    private const string Name = "SpikeML.WebApi";

    private readonly Counter<long> _predictions;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _models;

    public ServiceMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(Name);
        _predictions = meter.CreateCounter<long>("spikeml.predictions", description: "Digits that were predicted.");
        _duration = meter.CreateHistogram<double>("spikeml.prediction.duration", "s", "The time to encode and predict a digit.");
        _models = meter.CreateCounter<long>("spikeml.model.loads", description: "Attempts to load the model file.");
    }

    public void Predicted(uint key, TimeSpan time)
    {
        _predictions.Add(1, new KeyValuePair<string, object?>("digit", (int)key - 1));
        _duration.Record(time.TotalSeconds);
    }

    public void Loaded(bool isSound) =>
        _models.Add(1, new KeyValuePair<string, object?>("outcome", isSound ? "loaded" : "refused"));

    /// <summary>Registers the metrics, for <c>MapPrometheusScrapingEndpoint</c> to show.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ServiceMetrics>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddPrometheusExporter());
    }
}
