using SharpFuzz;
using SpikeML.Fuzzing;

// eng/fuzz.sh runs this under AFL++: `list` names the targets, `fuzz TARGET` is what afl-fuzz starts, `replay TARGET FILE...`
// runs inputs once, such as those that afl-fuzz kept as crashes.
switch (args)
{
    case ["list"]:
        Console.WriteLine(string.Join('\n', FuzzTargets.All.Keys));
        return 0;
    case ["fuzz", string name] when FuzzTargets.All.TryGetValue(name, out FuzzTarget? target):
        Fuzzer.Run((Stream input) =>
        {
            using MemoryStream copy = new();
            input.CopyTo(copy);
            target.Run(copy.ToArray());
        });
        return 0;
    case ["replay", string name, .. string[] paths] when FuzzTargets.All.TryGetValue(name, out FuzzTarget? target):
        foreach (string path in paths)
            Console.WriteLine($"{path}: {target.Run(File.ReadAllBytes(path))}");
        return 0;
    default:
        Console.Error.WriteLine("list | fuzz TARGET | replay TARGET FILE...");
        return 2;
}
