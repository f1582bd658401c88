using System.Collections.Immutable;
using Verify.Attention.Layers;

namespace Verify.Attention.Training;

/// <summary>How far a training has come. With the training it determines everything that follows, to the bit.</summary>
/// <param name="Step">How many steps are done.</param>
/// <param name="Weights">The weights.</param>
internal sealed record TrainingState(long Step, Weights Weights)
{
    /// <summary>What the method keeps beside the weights: the moments of Adam; otherwise empty.</summary>
    public ImmutableArray<double> Memory { get; init; } = [];
}
