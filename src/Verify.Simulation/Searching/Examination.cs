using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Attacking;
using Verify.Simulation.Checks;
using Verify.Simulation.Instances;
using Verify.Simulation.Shrinking;
using Verify.Simulation.Tightness;

namespace Verify.Simulation.Searching;

/// <summary>The examination of one claim: random instances that satisfy its conditions, one after the other, until one fails. Where a side has no value another one is tried.</summary>
internal sealed class Examination(Claim claim, RouteSettings settings, Parts parts, CancellationToken cancellation, AttackEffort? attack = null)
{
    private const int SamplesWanted = 30_000;
    private const int MostLooks = 4;
    private const int MostUnsatisfied = 4;
    private const long MostEntries = 1_000_000;
    private readonly StatementCheck _check = StatementCheck.Of(claim);

    /// <summary>Runs it. Where a short look speaks against a proof, a full one decides, whose risk is the one that was asked for.</summary>
    public Finding Run()
    {
        if (settings.Settled is null)
        {
            return Look(Effort.Full(settings, _check.IsSampled), "full");
        }

        var finding = Look(Effort.Short(settings, _check.IsSampled), "short");
        return settings.Settled == Outcome.Proved && finding.Outcome == Outcome.Disagrees ? Look(Effort.Full(settings, _check.IsSampled), "full") : finding;
    }

    private Finding Look(Effort effort, string name)
    {
        var tally = new Tally(claim, effort.Margin);
        var source = new InstanceSource(claim, _check, settings);
        var looks = effort.Instances;
        for (var number = 0; number < looks; number++)
        {
            var done = number;
            var own = settings with { Progress = part => settings.Progress?.Invoke(Math.Min((done + part) / effort.Instances, 1)) };
            var simulating = new Simulating(own, effort, $"{claim.Name}/{name} {number}", parts, cancellation);
            if (source.Draw(number, candidate => CostAt(simulating, candidate) <= effort.Work / SamplesWanted) is not { } instance)
            {
                tally.Unsatisfied();
                if (number + 1 >= MostUnsatisfied && tally.IsEmpty)
                {
                    break;
                }

                continue;
            }

            var result = At(simulating, instance);
            if (Counted(tally, simulating, source, instance, result))
            {
                break;
            }

            looks = Math.Min(looks, Math.Max(number + 1, (int)(MostEntries / Math.Max(_check.EntriesAt(instance), 1))));
            looks += result is Undefined && looks < MostLooks * effort.Instances ? 1 : 0;
        }

        return tally.IsSettled ? tally.Finding() : Tightness(tally, source, effort, name);
    }

    /// <summary>For an inequality that held wherever it was looked at: how near its sides can come, which may show that it fails.</summary>
    private Finding Tightness(Tally tally, InstanceSource source, Effort effort, string name)
    {
        var simulating = new Simulating(settings, effort, $"{claim.Name}/{name} ratio", parts, cancellation);
        if (new TightnessSearch(claim, _check, settings).Best(simulating) is not var (instance, ratio))
        {
            return Attacked(tally, source, effort, name);
        }

        if (ratio > 1 && At(simulating, instance) is Fails fails)
        {
            Counted(tally, simulating, source, instance, fails);
            return tally.Finding();
        }

        return tally.Finding(instance, ratio);
    }

    /// <summary>For what has no ratio: where it comes nearest to failing, which may be where it fails.</summary>
    private Finding Attacked(Tally tally, InstanceSource source, Effort effort, string name)
    {
        var simulating = new Simulating(settings, effort, $"{claim.Name}/{name} attack", parts, cancellation);
        foreach (var instance in new Attack(claim, _check, source, attack ?? AttackEffort.Of(settings, _check.IsCostly, _check.IsSampled)).Worst(simulating))
        {
            if (At(simulating, instance) is Fails fails && _check.Confirms(simulating, instance))
            {
                Counted(tally, simulating, source, instance, fails);
                break;
            }
        }

        return tally.Finding();
    }

    // A counterexample is made small where no other route has shown one.
    private bool Counted(Tally tally, Simulating simulating, InstanceSource source, Instance instance, CheckResult result)
    {
        if (result is not Fails fails || settings.Settled is not null)
        {
            return tally.Count(instance, result);
        }

        var smallest = new Shrinker(claim, _check, source, simulating).Smallest(instance, fails);
        return tally.Count(smallest.Instance, smallest.Fails);
    }

    private CheckResult At(Simulating simulating, Instance instance)
    {
        try
        {
            return _check.At(simulating, instance);
        }
        catch (UndefinedException undefined)
        {
            return new Undefined(undefined.Message);
        }
    }

    // Conditions, which need not hold yet, may be what makes a covariance one.
    private long CostAt(Simulating simulating, Instance candidate)
    {
        try
        {
            return _check.CostAt(simulating, candidate);
        }
        catch (UndefinedException)
        {
            return 0;
        }
    }
}
