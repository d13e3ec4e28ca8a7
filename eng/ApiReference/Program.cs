using System.Reflection;

// Writes docs/api from the packages' assemblies and their XML documentation, arranged by concept (Concepts.cs).
// Usage: ApiReference [--check], which writes nothing and fails where the pages are not what it would write.
string root = typeof(DocumentId).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute =>
    attribute.Key == "RepositoryRoot").Value!;
string folder = Path.Combine(root, "docs", "api");
Assembly[] packages = [typeof(SpikeML.SpikeTrain).Assembly, typeof(SpikeML.Plot.SpikePlot).Assembly,
    typeof(SpikeML.Torch.SpikeBatch).Assembly, typeof(SpikeML.Nir.NirGraph).Assembly,
    typeof(SpikeML.Events.EventReader).Assembly];

PageMap pages = new(packages, root);
Documentation documentation = new(packages, pages);
foreach (string error in pages.Errors)
    Console.Error.WriteLine(error);
if (pages.Errors.Count > 0)
    return 1;
Dictionary<string, string> texts = pages.All.SelectMany(concept => concept.Pages).ToDictionary(page => page.File, page =>
    new PageWriter(documentation, page).Write());
texts["README.md"] = IndexPage.Write(pages, documentation);
texts["toc.yml"] = IndexPage.Contents(pages);

string[] present = Directory.Exists(folder)
    ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path =>
        Path.GetRelativePath(folder, path).Replace('\\', '/'))]
    : [];
string[] surplus = [.. present.Except(texts.Keys)];
string[] changed = [.. texts.Where(text => !present.Contains(text.Key)
    || File.ReadAllText(Path.Combine(folder, text.Key)).ReplaceLineEndings("\n") != text.Value).Select(text => text.Key)];
if (args is ["--check"])
{
    foreach (string file in changed.Concat(surplus).Order(StringComparer.Ordinal))
        Console.Error.WriteLine(
            $"docs/api/{file} is not what the documentation comments say: dotnet run -c Release --project eng/ApiReference");
    return changed.Length + surplus.Length == 0 ? 0 : 1;
}
foreach (string file in surplus)
    File.Delete(Path.Combine(folder, file));
foreach (string file in changed)
{
    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
    File.WriteAllText(Path.Combine(folder, file), texts[file]);
}
Console.WriteLine($"{texts.Count} pages, {changed.Length} written, {surplus.Length} deleted");
return 0;
