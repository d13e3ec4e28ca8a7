using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpikeML.WebApi;

/// <summary>Whether the model predicts, and whether the file that replaced it could be loaded.</summary>
internal sealed class ModelHealth(ModelPool pool, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Task.FromResult(HealthCheckResult.Unhealthy("The service is stopping."));
        return Task.FromResult(pool.Fault is string fault ? HealthCheckResult.Degraded(fault) : HealthCheckResult.Healthy());
    }

    /// <summary>/health and /health/ready look at the model; /health/live only says that the process answers.</summary>
    public static void Map(WebApplication app)
    {
        HealthCheckOptions ready = new() { ResponseWriter = WriteAsync };
        app.MapHealthChecks("/health", ready);
        app.MapHealthChecks("/health/ready", ready);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status switch
        {
            HealthStatus.Healthy => "ok",
            HealthStatus.Degraded => "degraded",
            _ => "unavailable",
        },
        detail = report.Entries.Values.Select(entry => entry.Description).FirstOrDefault(),
        model = context.RequestServices.GetRequiredService<ModelPool>().Version,
    });
}
