namespace SpikeML.Packages.Tests;

/// <summary>The packages in a program that is published trimmed, with nothing but <c>PublishTrimmed</c> in its project.</summary>
public class TrimmedProgramTests(PackedProjects packed)
{
    [Fact]
    public async Task Trimmed_program_encodes_trains_draws_and_loads_its_model()
    {
        using UserFolder user = new(packed);
        user.Copy("Trimmed/Program.cs");
        user.WriteProject("Trimmed.csproj", """
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <PublishTrimmed>true</PublishTrimmed>
            """, """<PackageReference Include="SpikeML.Plot" Version="$VERSION" />""");
        await user.Dotnet("publish", "-c", "Release", "--use-current-runtime", "-o", "app");

        string program = user.File(OperatingSystem.IsWindows() ? "app/Trimmed.exe" : "app/Trimmed");
        (int exitCode, string output) = await user.TryProgram(program);
        Assert.True(exitCode == 0, output);
        Assert.Contains("of the digits are right", output, StringComparison.Ordinal);
        Assert.Contains("the same prediction", output, StringComparison.Ordinal);
        Assert.Contains("with a picture", output, StringComparison.Ordinal);
        Assert.All(["digit.png", "digit.html", "digit.gif"], name => Assert.True(new FileInfo(user.File(name)).Length > 0));
        // Trimmed indeed: .NET's own file has 7.9 MB.
        Assert.InRange(new FileInfo(user.File("app/System.Private.Xml.dll")).Length, 1, 4_000_000);
    }
}
