using System.Reflection;
using SpikeML.Documents;

// Copies what the site shows to a folder, as docfx wants it: READMEs as indexes, linked sources as pages, full contents.
// Usage: Site <folder>, which is replaced. Fails where a link leads nowhere, or the contents do not name a page.
string root = typeof(SiteFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute =>
    attribute.Key == "RepositoryRoot").Value!;
if (Directory.Exists(args[0]))
    Directory.Delete(args[0], recursive: true);

string[] pages = [.. DocumentPages.Of(root)];
SiteFolder folder = new(root, args[0]);
SiteLinks links = new(root);
int files = folder.WritePages(pages, links);
SiteContents contents = new(root, pages);
folder.WriteConfiguration(contents);

string[] errors = [.. links.Errors, .. contents.Errors];
foreach (string error in errors)
    Console.Error.WriteLine(error);
Console.WriteLine($"{pages.Length} pages, and {files - pages.Length} files that they link to");
return errors.Length == 0 ? 0 : 1;
