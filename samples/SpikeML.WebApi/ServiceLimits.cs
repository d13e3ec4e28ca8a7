namespace SpikeML.WebApi;

/// <summary>What the service takes from one client.</summary>
internal static class ServiceLimits
{
    /// <summary>An image of 112 x 112 pixels with four digits each takes about 90 KB of JSON.</summary>
    public const int BodyBytes = 128 * 1024;

    public static void UseLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = BodyBytes;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    });
}
