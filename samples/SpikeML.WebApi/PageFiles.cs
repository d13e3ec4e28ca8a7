namespace SpikeML.WebApi;

/// <summary>The page to draw a digit on: three files in the assembly.</summary>
internal static class PageFiles
{
    public static void Map(WebApplication app)
    {
        foreach ((string path, string name, string type) in ((string, string, string)[])
            [("/", "index.html", "text/html"), ("/page.css", "page.css", "text/css"), ("/page.js", "page.js", "text/javascript")])
        {
            app.MapMethods(path, ["GET", "HEAD"], () => Results.Stream(
                typeof(PageFiles).Assembly.GetManifestResourceStream(name)!, $"{type}; charset=utf-8"))
                .ExcludeFromDescription();
        }
    }
}
