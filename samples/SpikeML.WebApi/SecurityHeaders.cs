namespace SpikeML.WebApi;

/// <summary>
/// Headers by which browsers run nothing in the pages but the pages' own files, and show them in no other site's frame.
/// </summary>
internal static class SecurityHeaders
{
    private const string Page = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The page of a player allows its own script and style, by their hashes; its frame is in the service's page.
    private const string Player = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            bool isPlayer = context.Request.Path == "/player" && context.Response.StatusCode == StatusCodes.Status200OK;
            headers.ContentSecurityPolicy = isPlayer ? Player : Page;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
