// Lets TorchSharp's native library load where the system's libstdc++ is older than GCC 13's (docs/torchsharp.md).
// Usage: TorchCompatibility <libLibTorchSharp.so> [force]
string library = args[0];
if (args is not [_, "force"] && SystemLibStdCxx.HasVersion(ElfPatch.MissingVersion))
{
    Console.WriteLine($"The system's libstdc++ has {ElfPatch.MissingVersion}: {library} is left as it is.");
    return 0;
}
byte[] image = File.ReadAllBytes(library);
if (!ElfPatch.TryApply(image, out string outcome))
{
    Console.WriteLine($"{library} is left as it is: {outcome}.");
    return 0;
}
// The time of writing is kept: the next build then sees the copy as up to date and does not put the original back.
DateTime written = File.GetLastWriteTimeUtc(library);
// Written beside it and renamed: the file may be a hard link into the package cache, which must stay as it is.
string temporary = $"{library}.{Environment.ProcessId}.tmp";
File.WriteAllBytes(temporary, image);
if (!OperatingSystem.IsWindows())
    File.SetUnixFileMode(temporary, File.GetUnixFileMode(library));
File.SetLastWriteTimeUtc(temporary, written);
File.Move(temporary, library, overwrite: true);
Console.WriteLine($"{library}: {outcome}.");
return 0;
