using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

/// <summary>Types and members as C# writes them.</summary>
internal static class Signature
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static string NameOf(Type type) => Keywords.TryGetValue(type, out string? keyword) ? keyword
        : Nullable.GetUnderlyingType(type) is { } value ? NameOf(value) + "?"
        : type.IsByRef ? NameOf(type.GetElementType()!)
        : type.IsArray ? NameOf(type.GetElementType()!) + "[]"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    /// <summary>The heading's place in its page, as Markdown renderers make it.</summary>
    public static string Anchor(Type type) =>
        string.Concat(NameOf(type).ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' '))
        .Replace(' ', '-');

    public static string Of(Type type) =>
        string.Join(' ', new[] { Modifier(type), Kind(type), NameOf(type) }.Where(word => word.Length > 0))
        + (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum)
            ? $" : {NameOf(parent)}" : "");

    public static string Of(PropertyInfo property) => $"{NameOf(property.PropertyType)}{Mark(Nullability.Create(property))} "
        + (property.GetIndexParameters() is [var index] ? $"this[{Of(index)}]" : property.Name);

    public static string Of(ConstructorInfo constructor) =>
        $"{constructor.DeclaringType!.Name.Split('`')[0]}({List(constructor.GetParameters())})";

    /// <summary>A method; an extension as it is called, behind the type that it extends.</summary>
    public static string Of(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        bool isExtension = method.IsDefined(typeof(ExtensionAttribute)) || IsExtensionProperty(method);
        string type = isExtension ? NameOf(parameters[0].ParameterType) + "." : "";
        if (IsExtensionProperty(method))
            return $"{NameOf(method.ReturnType)} {type}{method.Name[4..]}";
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";
        string result = NameOf(method.ReturnType) + Mark(Nullability.Create(method.ReturnParameter));
        return $"{result} {type}{method.Name}{generic}({List(isExtension ? parameters[1..] : parameters)})";
    }

    /// <summary>The getter of an extension property, which the compiler makes a static method.</summary>
    public static bool IsExtensionProperty(MethodInfo method) =>
        !method.IsSpecialName && method.IsStatic && method.Name.StartsWith("get_", StringComparison.Ordinal);

    private static string List(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        string modifier = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? (parameter.IsIn ? "in " : "ref ")
            : parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute))
                ? "params " : "";
        string text = $"{modifier}{NameOf(parameter.ParameterType)}{Mark(Nullability.Create(parameter))} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {Default(parameter)}" : text;
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? "default" : "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        object value when parameter.ParameterType.IsEnum =>
            $"{NameOf(parameter.ParameterType)}.{Enum.ToObject(parameter.ParameterType, value)}",
        object value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Mark(NullabilityInfo nullability) =>
        !nullability.Type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "";

    private static string Modifier(Type type) => type switch
    {
        { IsAbstract: true, IsSealed: true } => "static",
        { IsEnum: true } => "",
        { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly" : "",
        { IsAbstract: true } => "abstract",
        _ => type.IsSealed ? "sealed" : "",
    };

    private static string Kind(Type type) => type.IsEnum ? "enum"
        : type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null
            ? (type.IsValueType ? "record struct" : "record")
        : type.IsValueType ? "struct" : "class";
}
