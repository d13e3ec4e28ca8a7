namespace SpikeML.Packages.Tests;

/// <summary>The packages in a console project as users start it. A warning of the restore or the build fails.</summary>
public class ConsoleProjectTests(PackedProjects packed)
{
    [Fact]
    public async Task Console_project_trains_saves_loads_and_draws_a_network()
    {
        using UserFolder user = new(packed);
        user.Copy("Network/Program.cs");
        user.WriteProject("Network.csproj", """
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <RuntimeIdentifier>$(NETCoreSdkRuntimeIdentifier)</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            """, """
            <PackageReference Include="SpikeML.Plot" Version="$VERSION" />
            <PackageReference Include="SpikeML.TorchSharp" Version="$VERSION" />
            <PackageReference Include="TorchSharp-cpu" Version="0.107.0" />
            """);
        string output = await user.Dotnet("run", "-c", "Release", "-warnaserror");
        Assert.Contains("of the held-out digits are right", output, StringComparison.Ordinal);
        Assert.Contains("the same prediction", output, StringComparison.Ordinal);
        Assert.All(["network.zip", "input.png", "output.svg", "digit.gif"], name =>
            Assert.True(new FileInfo(user.File(name)).Length > 0));
        await WithoutLibtorchTheTrainerTellsWhatToAdd(user);
    }

    private static async Task WithoutLibtorchTheTrainerTellsWhatToAdd(UserFolder user)
    {
        string output = user.File("bin/Release/net10.0");
        foreach (string library in Directory.EnumerateFiles(output, "*LibTorchSharp.*", SearchOption.AllDirectories))
            File.Delete(library);
        string program = Directory.EnumerateFiles(output, "Network.dll", SearchOption.AllDirectories).Single();
        (int exitCode, string text) = await user.TryDotnet("exec", program);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Add the package TorchSharp-cpu", text, StringComparison.Ordinal);
    }
}
