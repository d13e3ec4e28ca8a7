using System.Reflection;

/// <summary>The names that the compiler gives members in XML documentation.</summary>
internal static class DocumentId
{
    public static string Of(Type type) => "T:" + NameOf(type);

    public static string Of(MemberInfo member) => member switch
    {
        Type type => Of(type),
        FieldInfo => $"F:{NameOf(member.DeclaringType!)}.{member.Name}",
        PropertyInfo property => $"P:{NameOf(member.DeclaringType!)}.{member.Name}{Parameters(property.GetIndexParameters())}",
        ConstructorInfo constructor => $"M:{NameOf(member.DeclaringType!)}.#ctor{Parameters(constructor.GetParameters())}",
        MethodInfo method =>
            $"M:{NameOf(member.DeclaringType!)}.{member.Name}{Arity(method)}{Parameters(method.GetParameters())}",
        _ => throw new ArgumentException($"{member} is no member that is documented.", nameof(member)),
    };

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string Arity(MethodInfo method) => method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0
            ? "" : $"({string.Join(',', parameters.Select(parameter => ParameterType(parameter.ParameterType)))})";

    private static string ParameterType(Type type)
    {
        if (type.IsByRef)
            return ParameterType(type.GetElementType()!) + "@";
        if (type.IsArray)
            return ParameterType(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (!type.IsGenericType)
            return NameOf(type);
        string name = NameOf(type.GetGenericTypeDefinition()).Split('`')[0];
        return $"{name}{{{string.Join(',', type.GetGenericArguments().Select(ParameterType))}}}";
    }
}
