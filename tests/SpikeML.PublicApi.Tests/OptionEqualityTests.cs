using System.Reflection;

namespace SpikeML.PublicApi.Tests;

/// <summary>Options are values: equal where their content is, and unchanged by whoever made them.</summary>
public class OptionEqualityTests
{
    public static TheoryData<Type> Types => [.. PublicOptions.Types];

    public static TheoryData<Type, string> Lists =>
    [
        .. from type in PublicOptions.Types
           from property in PublicOptions.Settable(type)
           let list = property.PropertyType
           where list.IsGenericType && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
           select (type, property.Name),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Options_are_equal_when_all_are_the_defaults(Type type)
    {
        Assert.Equal(Activator.CreateInstance(type), Activator.CreateInstance(type));
        Assert.Equal(Activator.CreateInstance(type)!.GetHashCode(), Activator.CreateInstance(type)!.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Options_keep_a_list_as_it_was_when_they_were_made(Type type, string name)
    {
        PropertyInfo property = type.GetProperty(name)!;
        Type element = property.PropertyType.GenericTypeArguments[0];
        object first = Activator.CreateInstance(type)!, second = Activator.CreateInstance(type)!;
        Array one = Make(element), other = Make(element);
        property.SetValue(first, one);
        property.SetValue(second, other);
        Assert.Equal(first, second);
        object? value = other.GetValue(0);
        one.SetValue(element.IsValueType ? Activator.CreateInstance(element) : null, 0);
        Assert.Equal([value], ((System.Collections.IEnumerable)property.GetValue(first)!).Cast<object>());
        Assert.Equal(first, second);
        property.SetValue(second, Array.CreateInstance(element, 0));
        Assert.NotEqual(first, second);
    }

    private static Array Make(Type element)
    {
        Array list = Array.CreateInstance(element, 1);
        list.SetValue(element == typeof(string) ? "a" : element == typeof(int) ? 3 : element == typeof(double) ? 0.5
            : element == typeof(SpikeCode) ? new RateEncodingOptions()
            : element == typeof(Nir.NirRecording) ? new Nir.NirRecording("lif", "Hidden")
            : element == typeof(OxyPlot.OxyColor) ? OxyPlot.OxyColors.Red
            : element == typeof(Torch.SpikingLayer) ? Torch.SpikingLayer.Dense(3) : new Plot.NeuronGroup("a", 1), 0);
        return list;
    }
}
