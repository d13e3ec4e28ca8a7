namespace SpikeML.Nir;

/// <summary>The graph is not one that the trainers could have made. The message is the end of a sentence.</summary>
internal sealed class NotTrainableException(string why) : Exception(why);
