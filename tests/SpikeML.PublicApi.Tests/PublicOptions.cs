using System.Reflection;
using SpikeML.Events;
using SpikeML.Nir;
using SpikeML.Plot;
using SpikeML.Torch;

namespace SpikeML.PublicApi.Tests;

/// <summary>The public options of all packages: records whose properties users set.</summary>
internal static class PublicOptions
{
    /// <summary>A type of each package.</summary>
    public static Type[] Packages { get; } =
        [typeof(SpikeTrain), typeof(SpikePlot), typeof(SpikingNetworkOptions), typeof(NirGraph), typeof(EventReader)];

    /// <summary>Every record that can be made without arguments.</summary>
    public static IEnumerable<Type> Types { get; } =
        [.. Packages.SelectMany(package => package.Assembly.GetExportedTypes())
            .Where(type => type.GetMethod("<Clone>$") is not null && !type.IsAbstract
                && type.GetConstructor(Type.EmptyTypes) is not null && !Settable(type).Any(IsRequired))];

    /// <summary>The properties that users set, with what they are set to by default.</summary>
    public static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties().Where(property => property.SetMethod is { IsPublic: true });

    private static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
}
