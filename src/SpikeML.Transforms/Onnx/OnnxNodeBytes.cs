using System.Reflection;
using Microsoft.ML.Model.OnnxConverter;

namespace SpikeML;

/// <summary>Adds to a node what ML.NET's own methods cannot: a graph as an attribute.</summary>
internal static class OnnxNodeBytes
{
    private const string Node = "Microsoft.ML.Model.OnnxConverter.OnnxNodeImpl", Field = "_node";

    /// <summary>Whether the nodes of a conversion are of the version of ML.NET that this class knows.</summary>
    public static bool CanMerge(OnnxContext context) => context.GetType().Assembly.GetType(Node)
        ?.GetField(Field, BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    /// <summary>Merges the bytes of an ONNX NodeProto with the node.</summary>
    public static void Merge(OnnxNode node, byte[] bytes)
    {
        object message = node.GetType().GetField(Field, BindingFlags.NonPublic | BindingFlags.Instance)?.GetValue(node)
            ?? throw Unknown(node.GetType(), Field);
        Type contract = message.GetType().GetInterface("Google.Protobuf.IMessage")
            ?? throw Unknown(message.GetType(), "IMessage");
        MethodInfo merge = contract.Assembly.GetType("Google.Protobuf.MessageExtensions")?
            .GetMethod("MergeFrom", [contract, typeof(byte[])]) ?? throw Unknown(contract, "MergeFrom");
        merge.Invoke(null, [message, bytes]);
    }

    private static NotSupportedException Unknown(Type type, string member) => new(
        $"This version of Microsoft.ML.OnnxConverter has no {type}.{member}, which SpikeML needs to write loops: "
            + "use version 0.23.1.");
}
