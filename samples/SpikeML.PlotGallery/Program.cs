using SpikeML.PlotGallery;

// Draws the pictures of docs/gallery.md, docs/quick-start.md and docs/concepts.md. Usage: dotnet run --project samples/SpikeML.PlotGallery [folder] [scale]
string folder = args.Length > 0 ? args[0] : "docs/images";
double scale = args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
Directory.CreateDirectory(folder);
Stills.Draw(folder, scale);
Concepts.Draw(folder, scale);
Moving.Draw(folder);
