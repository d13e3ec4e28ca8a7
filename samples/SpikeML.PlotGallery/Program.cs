using SpikeML.PlotGallery;

// Draws every figure and animation of docs/. Usage: dotnet run --project samples/SpikeML.PlotGallery [folder] [scale]
Console.WriteLine("Draws every kind of figure and animation of SpikeML.Plot.");
string folder = args.Length > 0 ? args[0] : "docs/images";
double scale = args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
Directory.CreateDirectory(folder);
Icon.Draw(folder);
Stills.Draw(folder, scale);
Analyses.Draw(folder, scale);
CodePictures.Draw(Path.Combine(folder, "codes"), scale);
Concepts.Draw(folder, scale);
Moving.Draw(folder);
Console.WriteLine($"{Directory.GetFiles(folder).Length} pictures are in {Path.GetFullPath(folder)}.");
Console.WriteLine("Try next: docs/gallery.md has the call for each of them; pass a scale, such as 2, for sharper pictures.");
