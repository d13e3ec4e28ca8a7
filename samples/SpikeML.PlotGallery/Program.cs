using SpikeML.PlotGallery;

// Draws every figure and animation of docs/. Usage: dotnet run --project samples/SpikeML.PlotGallery [folder [recording.bin]]
// The recording is one of N-MNIST; without it, the pictures of events.md stay as they are.
Console.WriteLine("Draws every kind of figure and animation of SpikeML.Plot.");
string folder = args.Length > 0 ? args[0] : "docs/images";
Directory.CreateDirectory(folder);
Icon.Draw(folder);
Stills.Draw(folder);
Analyses.Draw(folder);
CodePictures.Draw(Path.Combine(folder, "codes"));
Concepts.Draw(folder);
Moving.Draw(folder);
if (args.Length > 1)
    RealRecording.Draw(folder, args[1]);
Console.WriteLine($"{Directory.GetFiles(folder).Length} pictures are in {Path.GetFullPath(folder)}.");
Console.WriteLine("Try next: docs/gallery.md has the call for each of them; open one in a browser, light or dark.");
