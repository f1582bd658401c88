using Verify.Fuzzing.Inputs;
using Verify.Fuzzing.Targets;

namespace Verify.Fuzzing.Running;

/// <summary>An input with what is wrong with how it was read.</summary>
internal sealed record Finding(long Number, byte[] Input, string Fault);

/// <summary>Inputs by number, each determined by the seed and its number alone.</summary>
internal sealed class Campaign(ITarget target, ulong seed)
{
    /// <summary>What the reader made of the inputs so far.</summary>
    public Tally Tally { get; } = new();

    public Drawn Input(long number) => target.Mix.Draw(new((seed * 0x9E3779B97F4A7C15) ^ ((ulong)number * 0xD1342543DE82EF95)));

    /// <summary>The finding at a number, or null. A fault of time or memory must show twice: the first run may have compiled code.</summary>
    public Finding? At(long number)
    {
        var drawn = Input(number);
        if (Measured.MayBeAtFault(target, drawn.Bytes, out var answer) && Measured.Fault(target, drawn.Bytes) is { } fault)
        {
            return new(number, drawn.Bytes, fault);
        }

        Tally.Add(drawn.Kind, answer);
        return null;
    }

    /// <summary>The finding with a smaller input.</summary>
    public Finding Smaller(Finding finding)
    {
        var kind = Measured.Kind(finding.Fault);
        var input = Minimiser.Smaller(finding.Input, smaller => Measured.Fault(target, smaller) is { } fault && Measured.Kind(fault) == kind);
        return finding with { Input = input, Fault = Measured.Fault(target, input) ?? finding.Fault };
    }

    /// <summary>The findings among the first inputs, for tests.</summary>
    public IReadOnlyList<Finding> Among(long inputs)
    {
        List<Finding> findings = [];
        for (var number = 0L; number < inputs && findings.Count == 0; number++)
        {
            if (At(number) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }
}
