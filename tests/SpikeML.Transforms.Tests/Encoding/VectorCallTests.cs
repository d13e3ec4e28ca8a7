using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;
using SpikeML.Tests.Arithmetic;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Encoding;

/// <summary>
/// On most processors, .NET emulates vectors of 512 bits by methods that the compiler inlines until a method's inlining budget is
/// used up. The rest become calls, and each costs as much as ten vector operations. These tests search the code that the runtime
/// generates for such a processor.
/// </summary>
public partial class VectorCallTests
{
    private const string Variable = "SPIKEML_COMPILES_LOOPS";

    [Fact]
    public void No_vector_operation_is_a_call()
    {
        Assert.SkipWhen(FewerInstructions.IsThere || Environment.GetEnvironmentVariable(Variable) is not null,
            "This process is such a test's child.");
        Assert.SkipUnless(X86Base.IsSupported, "The listing of other processors has other instructions.");
        Coverage.SkipIfCounted(typeof(SpikeCode).Assembly);
        using TemporaryFolder folder = new();
        string listing = folder.File("code.txt");
        Compile(listing);
        Dictionary<string, string> calls = [];
        string method = "";
        bool hasKernels = false;
        foreach (string line in File.ReadLines(listing))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                method = heading.Groups[1].Value;
                hasKernels |= method.Contains("StepLanes:RunLanes[SpikeML.StepForwardKernel,float]", StringComparison.Ordinal);
            }
            else if (VectorCall().Match(line) is { Success: true } call)
            {
                calls.TryAdd(method, call.Groups[1].Value);
            }
        }
        Assert.True(hasKernels);
        Assert.Empty(calls.Select(call => $"{call.Key} calls {call.Value}: move its vector operations into smaller methods "
            + "that are not inlined, or those of methods that it inlines into its own body"));
    }

    /// <summary>Only in the child process.</summary>
    [Fact]
    public void Loops_are_compiled()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Variable) is null, "Only in a child process, whose code is listed.");
        foreach (MethodInfo method in Methods())
        {
            foreach (Type[] arguments in Arguments([.. Parameters(method.DeclaringType!), .. method.GetGenericArguments()]))
                RuntimeHelpers.PrepareMethod(method.MethodHandle, [.. arguments.Select(argument => argument.TypeHandle)]);
        }
    }

    /// <summary>Methods with loops, and those with vectors that are compiled on their own.</summary>
    private static IEnumerable<MethodInfo> Methods() => MethodLoops.Of(typeof(SpikeCode).Assembly)
        .Select(loop => (MethodInfo)loop.Method)
        .Concat(typeof(SpikeCode).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.DeclaredOnly
                | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining)
                && method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)
                    .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
                    .Any(type => type.FullName?.Contains("Vector512", StringComparison.Ordinal) == true)))
        .Distinct();

    private static Type[] Parameters(Type type) => type.IsGenericTypeDefinition ? type.GetGenericArguments() : [];

    /// <summary>All choices of types for generic parameters.</summary>
    private static IEnumerable<Type[]> Arguments(Type[] parameters) => parameters.Aggregate((IEnumerable<Type[]>)[[]],
        (chosen, parameter) => chosen.SelectMany(types => Choices(parameter).Select(own => (Type[])[.. types, own])));

    /// <summary>The types that have an interface of ours which a parameter asks for, or single precision.</summary>
    private static Type[] Choices(Type parameter)
    {
        Type? own = parameter.GetGenericParameterConstraints().FirstOrDefault(type =>
            type.IsInterface && type.Assembly == typeof(SpikeCode).Assembly);
        Type any = parameter.GetGenericParameterConstraints().Contains(typeof(SpikeCode)) ? typeof(BurstEncodingOptions)
            : typeof(float);
        return own is null ? [any]
            : [.. own.Assembly.GetTypes().Where(type => type.IsValueType && !type.ContainsGenericParameters
                && type.GetInterfaces().Any(has => has.Name == own.Name))];
    }

    private static void Compile(string listing)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(VectorCallTests).Assembly.Location,
            "-method", $"{typeof(VectorCallTests).FullName}.{nameof(Loops_are_compiled)}"])
        { RedirectStandardOutput = true };
        foreach ((string name, string value) in new[]
        {
            ("DOTNET_EnableAVX512", "0"), ("DOTNET_EnableAVX512F", "0"), ("DOTNET_TieredCompilation", "0"),
            ("DOTNET_JitDisasm", "*"), ("DOTNET_JitDisasmAssemblies", typeof(SpikeCode).Assembly.GetName().Name!),
            ("DOTNET_JitStdOutFile", listing), (Variable, "1"),
        })
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // The runtime may crash as it ends, because its compiler still writes.
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^; Assembly listing for method (.*) \(")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:call|jmp)\s+\[?(System\.Runtime\.Intrinsics\.Vector[^\]]*)")]
    private static partial Regex VectorCall();
}
