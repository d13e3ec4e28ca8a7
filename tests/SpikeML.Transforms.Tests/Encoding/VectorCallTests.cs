using System.Diagnostics;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;
using SpikeML.Tests.Arithmetic;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Encoding;

/// <summary>
/// On most processors, .NET emulates vectors of 512 bits by methods that the compiler inlines until a method's inlining budget is
/// used up. The rest become calls, and each costs as much as ten vector operations. A few operations (Indices, Narrow, Shuffle)
/// are emulated number by number, which costs as much. These tests search the code that the runtime generates for such a
/// processor.
/// </summary>
public partial class VectorCallTests
{
    private const string Variable = "SPIKEML_COMPILES_LOOPS";

    /// <summary>The most lines that a loop over the numbers of one vector takes.</summary>
    private const int ShortLoop = 12;

    [Fact]
    public void No_vector_operation_is_a_call_or_a_loop()
    {
        Assert.SkipWhen(FewerInstructions.IsThere || Environment.GetEnvironmentVariable(Variable) is not null,
            "This process is such a test's child.");
        Assert.SkipUnless(Avx2.IsSupported, "The listing of other processors has other instructions.");
        Coverage.SkipIfCounted(typeof(SpikeCode).Assembly);
        using TemporaryFolder folder = new();
        string listing = folder.File("code.txt");
        Compile(listing);
        Dictionary<string, string> faults = [];
        string method = "";
        bool hasKernels = false;
        List<string> body = [];
        foreach (string line in File.ReadLines(listing))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                method = heading.Groups[1].Value;
                hasKernels |= method.Contains("StepLanes:RunLanes[SpikeML.StepForwardKernel,float]", StringComparison.Ordinal);
                body.Clear();
            }
            else if (IsOwn(method) && VectorCall().Match(line) is { Success: true } call)
            {
                faults.TryAdd(method, $"calls {call.Groups[1].Value}: move its vector operations into smaller methods that are "
                    + "not inlined, or those of methods that it inlines into its own body");
            }
            body.Add(line);
            if (IsOwn(method) && EndsLoopOverNumbers(body))
                faults.TryAdd(method, "emulates a vector operation number by number: use that of Lanes or LaneNarrowing");
        }
        Assert.True(hasKernels);
        Assert.True(faults.Remove(faults.Keys.FirstOrDefault(name => name.Contains(nameof(Emulated), StringComparison.Ordinal))
            ?? ""), "The loop of an operation that is emulated number by number was not found.");
        Assert.Empty(faults.Select(fault => $"{fault.Key} {fault.Value}"));
    }

    [Fact]
    public void A_loop_over_the_numbers_of_a_vector_is_found()
    {
        List<string> body =
        [
            "G_M000_IG04:                ;; offset=0x0060", "       lea      r14, [rbp-0x68]", "       movsxd   r13, r15d",
            "       mov      dword ptr [r14+4*r13], r15d", "       inc      r15d", "       cmp      r15d, 16",
            "       jl       SHORT G_M000_IG04",
        ];
        Assert.True(EndsLoopOverNumbers(body));
        body[3] = "       mov      dword ptr [rdi+4*r13], r15d";
        Assert.False(EndsLoopOverNumbers(body));
    }

    private static bool IsOwn(string method) => method.StartsWith("SpikeML.", StringComparison.Ordinal)
        && (!method.StartsWith("SpikeML.Tests", StringComparison.Ordinal)
            || method.Contains(nameof(Emulated), StringComparison.Ordinal));

    /// <summary>Whether the last line jumps back to a near one, with an element of a vector on the stack in between.</summary>
    private static bool EndsLoopOverNumbers(List<string> body)
    {
        if (Jump().Match(body[^1]) is not { Success: true } jump)
            return false;
        int start = body.FindLastIndex(line => line.StartsWith(jump.Groups[1].Value + ":", StringComparison.Ordinal));
        if (start < 0 || body.Count - start > ShortLoop)
            return false;
        string loop = string.Join('\n', body[start..]);
        return StackAddress().Matches(loop).Any(address =>
            loop.Contains($" ptr [{address.Groups[1].Value}+", StringComparison.Ordinal));
    }

    /// <summary>A fault that must be found: Indices is a loop where vectors are emulated.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<int> Emulated(Vector512<int> lanes) => lanes + Vector512<int>.Indices;

    /// <summary>Only in the child process.</summary>
    [Fact]
    public void Loops_are_compiled()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Variable) is null, "Only in a child process, whose code is listed.");
        foreach (MethodInfo method in Methods().Append(((Func<Vector512<int>, Vector512<int>>)Emulated).Method))
        {
            foreach (Type[] arguments in Arguments([.. Parameters(method.DeclaringType!), .. method.GetGenericArguments()]))
                RuntimeHelpers.PrepareMethod(method.MethodHandle, [.. arguments.Select(argument => argument.TypeHandle)]);
        }
    }

    /// <summary>Methods with loops, and those with vectors that are compiled on their own.</summary>
    private static IEnumerable<MethodInfo> Methods() => MethodLoops.Of(typeof(SpikeCode).Assembly)
        .Select(loop => (MethodInfo)loop.Method)
        .Concat(MethodBodies.Of(typeof(SpikeCode).Assembly).OfType<MethodInfo>()
            .Where(method => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining)
                && method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)
                    .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
                    .Any(type => type.FullName?.Contains("Vector512", StringComparison.Ordinal) == true)))
        .Distinct();

    private static Type[] Parameters(Type type) => type.IsGenericTypeDefinition ? type.GetGenericArguments() : [];

    /// <summary>All choices of types for generic parameters.</summary>
    private static IEnumerable<Type[]> Arguments(Type[] parameters) => parameters.Aggregate((IEnumerable<Type[]>)[[]],
        (chosen, parameter) => chosen.SelectMany(types => Choices(parameter).Select(own => (Type[])[.. types, own])));

    /// <summary>
    /// The types that have an interface of ours which a parameter asks for, or the whole numbers that it may be, or single
    /// precision.
    /// </summary>
    private static Type[] Choices(Type parameter)
    {
        Type? own = parameter.GetGenericParameterConstraints().FirstOrDefault(type =>
            type.IsInterface && type.Assembly == typeof(SpikeCode).Assembly);
        Type any = parameter.GetGenericParameterConstraints().Contains(typeof(SpikeCode)) ? typeof(BurstEncodingOptions)
            : typeof(float);
        if (parameter.GetGenericParameterConstraints().Any(type => type.Name == typeof(IBinaryInteger<>).Name))
            return [typeof(sbyte), typeof(int)];
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
            ("DOTNET_JitDisasm", "*"), ("DOTNET_JitDisasmAssemblies",
                $"{typeof(SpikeCode).Assembly.GetName().Name};{typeof(VectorCallTests).Assembly.GetName().Name}"),
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

    [GeneratedRegex(@"^\s+j\w+\s+(?:SHORT )?(G_M\w+)")]
    private static partial Regex Jump();

    [GeneratedRegex(@"\blea\s+(\w+), \[(?:rbp-|rsp[+-])")]
    private static partial Regex StackAddress();
}
