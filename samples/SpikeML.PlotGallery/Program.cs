using SpikeML.PlotGallery;

// Draws the pictures of docs/. Usage: dotnet run --project samples/SpikeML.PlotGallery [folder] [scale]
string folder = args.Length > 0 ? args[0] : "docs/images";
double scale = args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
Directory.CreateDirectory(folder);
Icon.Draw(folder);
Stills.Draw(folder, scale);
Analyses.Draw(folder, scale);
CodePictures.Draw(Path.Combine(folder, "codes"), scale);
Concepts.Draw(folder, scale);
Moving.Draw(folder);
