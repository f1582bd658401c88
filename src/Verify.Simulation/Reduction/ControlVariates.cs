using Verify.Simulation.Sampling;

namespace Verify.Simulation.Reduction;

/// <summary>
/// f - Σ β c in the place of f: each c is the sum of what one symbol was drawn from (of squares, for a law known by its mean and covariance) less its known mean, so
/// that E[c] = 0 whatever β is. The c are independent, and β = Cov(f, c)/Var(c) makes the spread least.
/// </summary>
internal static class ControlVariates
{
    /// <summary>A program of what is drawn for f: the first output of a program, and behind it each c.</summary>
    public static SampleProgram With(SampleProgram program)
    {
        var sums = program.Then(program.Standards.Count, 1, program.Standards.Select(Centred));
        return sums with { Outputs = [program.Outputs[0], .. sums.Outputs[0].Entries.Select(sum => new LaneMatrix(1, 1, [sum]))] };
    }

    /// <summary>The program of f - Σ β c, from one that <see cref="With"/> made; one β for each entry of f and each c.</summary>
    public static SampleProgram Subtracted(SampleProgram program, double[][] beta)
    {
        var output = program.Outputs[0];
        var variates = program.Outputs.Skip(1).Select(variate => variate.Entries[0]).ToArray();
        return program.Then(output.Rows, output.Columns, output.Entries.Select((entry, place) =>
        {
            var terms = new Terms().Add(entry, output.Scale);
            foreach (var (c, variate) in variates.Index())
            {
                terms.Add(variate, -beta[place][c]);
            }

            return terms;
        }));
    }

    private static Terms Centred(StandardDraw standard)
    {
        var terms = new Terms().Add(Entry.Of(-standard.Mean * standard.Values.Entries.Length), 1);
        foreach (var entry in standard.Values.Entries)
        {
            _ = standard.IsSquared ? terms.Add(entry, entry) : terms.Add(entry, 1);
        }

        return terms;
    }
}
