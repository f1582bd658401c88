using System.Collections.Concurrent;
using Verify.Simulation.Sampling;
using Verify.Simulation.Sampling.Steps;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Checks;

/// <summary>Draws blocks of samples on several threads and adds their sums in the order of the blocks, so that the result does not depend on the threads.</summary>
internal sealed class SampledMeans(SampleProgram program, MeansTest test, int threads)
{
    private const int BlockNumbers = 32 * 1024;
    private readonly ConcurrentBag<(Workspace Workspace, double[] Samples)> _free = [];

    /// <summary>How many samples a block has.</summary>
    public int BlockSize { get; } = BlockSizeFor(program.Outputs[0].Entries.Length);

    /// <summary>How many samples a block has where each is so many numbers: a number of batches that does not depend on the machine.</summary>
    public static int BlockSizeFor(int entries) => Math.Max(BlockNumbers / entries / 256, 1) * 256;

    /// <summary>The sums of blocks, the first of which begins at the given sample. How many are done is told as they are, from any thread.</summary>
    public BlockSums Draw(ulong first, int blocks, Action<int> tell, CancellationToken cancellation)
    {
        var sums = new BlockSums[blocks];
        var done = 0;
        Parallel.For(0, blocks, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, block =>
        {
            sums[block] = Block(first + ((ulong)block * (ulong)BlockSize));
            tell(Interlocked.Increment(ref done));
        });
        return sums.Aggregate((all, block) => all.Add(block));
    }

    private BlockSums Block(ulong first)
    {
        var entries = program.Outputs[0].Entries.Length;
        var place = _free.TryTake(out var free) ? free : (program.NewWorkspace(), new double[BlockSize * entries]);
        for (var done = 0; done < BlockSize; done += program.Batch)
        {
            program.Run(place.Item1, first + (ulong)done);
            for (var entry = 0; entry < entries; entry++)
            {
                program.Read(place.Item1, 0, entry, place.Item2.AsSpan((entry * BlockSize) + done, program.Batch));
            }
        }

        var sums = test.Summarise(place.Item2);
        _free.Add(place);
        return sums;
    }
}
