using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace SpikeML.WebApi;

/// <summary>Answers every error with problem+json (RFC 9457): what is wrong, where, and what to do.</summary>
internal static class Problems
{
    private const string Remedy = "send {\"features\":[...]} with one number per pixel.";

    private static readonly string[] Flags = ["spikes", "asIs"];

    public static IResult BadRequest(string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be read.");

    public static IResult NoDigit(string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status422UnprocessableEntity, title: "There is no digit in the image.");

    /// <summary>Answers errors that no endpoint has answered.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => OfException(context).ExecuteAsync(context),
            // The response tells the client what was wrong; the log need not.
            SuppressDiagnosticsCallback = error => error.Exception is BadHttpRequestException or InvalidFeatureException
                || HasUnknownCharset(error.HttpContext),
        });
        app.UseStatusCodePages(status => OfStatus(status.HttpContext).ExecuteAsync(status.HttpContext));
    }

    private static IResult OfException(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException { StatusCode: 400, InnerException: JsonException error } => BadRequest(OfJson(error)),
        BadHttpRequestException { StatusCode: 400 } => BadRequest(OfParameter(context.Request.Query)),
        BadHttpRequestException error => OfStatus(context, error.StatusCode),
        InvalidFeatureException error => BadRequest(error.Message),
        InvalidOperationException when HasUnknownCharset(context) => OfStatus(context,
            StatusCodes.Status415UnsupportedMediaType),
        _ => OfStatus(context, StatusCodes.Status500InternalServerError),
    };

    private static bool HasUnknownCharset(HttpContext context) => MediaTypeHeaderValue.TryParse(context.Request.ContentType,
        out MediaTypeHeaderValue? type) && type is { Charset.HasValue: true, Encoding: null };

    private static string OfJson(JsonException error) => $"The body is not JSON of the right form at {error.Path ?? "$"} "
        + $"(line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}): {Remedy}";

    private static string OfParameter(IQueryCollection query)
    {
        string? name = Flags.FirstOrDefault(name =>
            query.TryGetValue(name, out var value) && !bool.TryParse(value, out _));
        return name is null
            ? $"The body is empty or was cut off: {Remedy}"
            : $"{name} is \"{query[name]}\": it must be true or false.";
    }

    private static IResult OfStatus(HttpContext context) => OfStatus(context, context.Response.StatusCode);

    private static IResult OfStatus(HttpContext context, int status) => Results.Problem(statusCode: status, detail: status switch
    {
        404 => $"There is nothing at {context.Request.Path}: GET / is the page, and GET /openapi/v1.json lists all requests.",
        405 => $"{context.Request.Method} is not possible at {context.Request.Path}: use {context.Response.Headers.Allow}.",
        408 => "The request came too slowly: send its body within seconds.",
        413 => $"The body is larger than {ServiceLimits.BodyBytes / 1024} KiB: "
            + "send at most 112 x 112 pixels, with four digits each.",
        415 => $"The content type is {(context.Request.ContentType is { Length: > 0 } type ? $"\"{type}\"" : "missing")}: "
            + "send JSON, with Content-Type: application/json.",
        500 => "The service failed; its log says why. The request may be sent again.",
        _ => null,
    });
}
