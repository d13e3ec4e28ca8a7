using System.Runtime.CompilerServices;

// The attribute itself is SpikeML.Transforms' own, whose internal members this assembly sees.
[assembly: IgnoresAccessChecksTo("Microsoft.ML.Core")]
[assembly: IgnoresAccessChecksTo("Microsoft.ML.Data")]
