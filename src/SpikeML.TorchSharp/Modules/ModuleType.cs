using System.Reflection;
using Microsoft.ML.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The type of a user's module: a model file holds its name, and creates it with its parameterless constructor.
/// </summary>
/// <param name="Type">A public type with a public parameterless constructor.</param>
internal sealed record ModuleType(Type Type)
{
    /// <summary>The name that the type is saved and found by.</summary>
    public string Name => Type.AssemblyQualifiedName!;

    /// <summary>The type of a module.</summary>
    /// <exception cref="InvalidOperationException">A model file could not create such a module again.</exception>
    public static ModuleType Of(nn.Module<Tensor, Tensor> module)
    {
        Type type = module.GetType();
        return Fault(type) is not string fault ? new(type) : throw new InvalidOperationException(
            $"The module {type.FullName} cannot be saved in a model file, because its type {fault}. Derive a public class from "
                + "nn.Module<Tensor, Tensor> whose public parameterless constructor creates all layers.");
    }

    /// <summary>Finds a type by the name that <see cref="Name"/> gave.</summary>
    /// <exception cref="FormatException">There is no such type here, or it can no longer be created.</exception>
    public static ModuleType Find(IHost host, string name)
    {
        Type? type = null;
        Exception? cause = null;
        try
        {
            type = Type.GetType(name, Resolve, null, throwOnError: true);
        }
        catch (Exception error) when (error is TypeLoadException or IOException or BadImageFormatException or ArgumentException)
        {
            cause = error;
        }
        if (type is null)
            throw host.ExceptDecode(cause, $"The model file has a module of the type '{name}', which this program cannot load. "
                + "Reference the project or package that has the type; if the class or its assembly was renamed, name them as "
                + "when the model was saved, or train and save the model again.");
        string? fault = typeof(nn.Module<Tensor, Tensor>).IsAssignableFrom(type) ? Fault(type)
            : "does not derive from nn.Module<Tensor, Tensor>";
        return fault is null ? new(type) : throw host.ExceptDecode(
            $"The model file has a module of the type '{name}', which now {fault}: restore the type as it was when the model was "
                + "saved, or train and save the model again.");
    }

    /// <summary>Creates a module.</summary>
    /// <exception cref="InvalidOperationException">The constructor failed, or libtorch is missing.</exception>
    public nn.Module<Tensor, Tensor> Create()
    {
        try
        {
            // Its tensors must outlive the caller's scope.
            using DisposeScope scope = NewDisposeScope();
            var module = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(Type)!;
            scope.Detach(scope.DisposablesView);
            return module;
        }
        catch (TypeInitializationException error) when (Devices.IsMissing(error))
        {
            throw Devices.Missing($"The module {Type.FullName}", error);
        }
        catch (TargetInvocationException error)
        {
            throw new InvalidOperationException(
                $"The parameterless constructor of {Type.FullName} failed: {error.InnerException!.Message}",
                error.InnerException);
        }
    }

    private static string? Fault(Type type) =>
        !type.IsVisible ? "is not public or is inside a type that is not public"
        : type.IsAbstract ? "is abstract"
        : type.GetConstructor(Type.EmptyTypes) is null ? "has no public parameterless constructor"
        : null;

    /// <summary>An assembly by its simple name: loaded ones first, and in any version, because versions change.</summary>
    private static Assembly? Resolve(AssemblyName name) =>
        AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == name.Name)
        ?? Assembly.Load(new AssemblyName(name.Name!));
}
