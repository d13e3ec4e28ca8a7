using System.Buffers.Text;
using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using SpikeML.Plot;

namespace SpikeML.WebApi;

/// <summary>The requests that the service answers about digits.</summary>
internal static class Endpoints
{
    private const string Problem = "application/problem+json";

    public static void MapDigits(this WebApplication app)
    {
        Describe(app.MapPost("/predict", Predict).Produces<Answer>(), "Predicts the digit in an image");
        Describe(app.MapPost("/raster", (Drawing drawing, ModelPool pool, bool asIs = false) => DrawRaster(drawing, pool, asIs))
            .Produces<string>(200, "image/svg+xml"), "Draws the raster of the digit's spikes");
        Describe(app.MapPost("/player", (Drawing drawing, ModelPool pool, bool asIs = false) => DrawPlayer(drawing, pool, asIs))
            .Produces<string>(200, "text/html"), "Makes a page that plays the digit's spikes");
        Describe(app.MapGet("/player", (ModelPool pool, [Description("The image of an answer of /predict")] string image = "") =>
            Drawing.OfImage(image) is Drawing drawing ? DrawPlayer(drawing, pool, asIs: true) : NoImage())
            .Produces<string>(200, "text/html"), "Makes a page that plays the spikes of an answer's image");
    }

    private static IResult Predict(
        Drawing drawing,
        ModelPool pool,
        [Description("Whether the answer lists the slots of the spikes")] bool spikes = false,
        [Description("Whether a 28 x 28 image is encoded as it is, neither centred nor scaled")] bool asIs = false) =>
        WithDigit(drawing, asIs, digit =>
        {
            (Encoded encoded, string version) = pool.Predict(digit);
            int[] slots = [.. Enumerable.Range(0, encoded.Spikes.Length).Where(slot => encoded.Spikes[slot] != 0)];
            return Results.Ok(new Answer((int)encoded.Key - 1, encoded.Score.Max(), slots.Length, spikes ? slots : null,
                Base64Url.EncodeToString([.. digit.Features.Select(pixel => (byte)MathF.Round(pixel * 255))]), version));
        });

    private static IResult DrawRaster(Drawing drawing, ModelPool pool, bool asIs) => WithDigit(drawing, asIs, digit =>
        Results.Text(SpikePlot.Raster(Train(digit, pool), new() { Title = "Input layer" }).ToSvg(), "image/svg+xml"));

    private static IResult DrawPlayer(Drawing drawing, ModelPool pool, bool asIs) => WithDigit(drawing, asIs, digit =>
        Results.Text(SpikePlot.Animate(Train(digit, pool), new() { Title = "Input layer" }).ToHtml(), "text/html"));

    private static IResult NoImage() => Problems.BadRequest(
        "image must be 784 bytes in base64url: send the image of an answer of /predict, as /player?image=...");

    private static SpikeTrain Train(Digit digit, ModelPool pool)
    {
        float[] spikes = pool.Predict(digit).Encoded.Spikes;
        return SpikeTrain.FromDense(spikes, spikes.Length / 784, 28, 28);
    }

    private static IResult WithDigit(Drawing drawing, bool asIs, Func<Digit, IResult> use)
    {
        if (drawing.Fault(asIs) is string fault)
            return Problems.BadRequest(fault);
        if (DigitImage.Fault(drawing.Features!) is string absence)
            return Problems.NoDigit(absence);
        return use(new Digit { Features = asIs ? drawing.Features! : DigitImage.Center(drawing.Features!) });
    }

    private static void Describe(RouteHandlerBuilder endpoint, string summary)
    {
        endpoint.WithSummary(summary);
        foreach (int status in (int[])[400, 413, 415, 422])
            endpoint.Produces<ProblemDetails>(status, Problem);
    }
}
