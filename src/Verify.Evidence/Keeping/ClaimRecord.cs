using System.Collections.Immutable;
using System.Text;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Keeping;

/// <summary>
/// What the routes found of one claim, as bytes: all that a report says of it, but for derivations. The verdict is not among it: it is joined anew from what the routes found.
/// </summary>
internal static class ClaimRecord
{
    private static readonly long MostTicks = TimeSpan.FromDays(10_000).Ticks;

    /// <summary>
    /// The bytes of a finished claim's report under its key. Null for one that is not kept, so that its claim is examined again: one that was stopped, on which a route broke down,
    /// that is too large, or whose texts or names could not be taken back.
    /// </summary>
    public static byte[]? Write(string key, ClaimReport report)
    {
        if (report.Stopped || report.Faulted)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(key);
        var names = new NamedParts(report.Claim);
        var areNamesKnown = report.Routes.All(route => TryWrite(writer, names, route));
        writer.Flush();
        return areNamesKnown && bytes.Length <= Journal.MostOfRecord && IsTakenBack(report, bytes.ToArray()) ? bytes.ToArray() : null;
    }

    /// <summary>The key of a record.</summary>
    public static string KeyOf(ReadOnlyMemory<byte> record) => new StateReader(record.Span).Text();

    /// <summary>The report of a claim from its record, the verdict joined anew. What no run writes throws <see cref="CheckpointException"/>.</summary>
    public static ClaimReport Read(Claim claim, IEnumerable<string> routes, ReadOnlyMemory<byte> record)
    {
        var reader = new StateReader(record.Span);
        _ = reader.Text();
        var names = new NamedParts(claim);
        var found = ImmutableArray.CreateBuilder<RouteReport>();
        foreach (var route in routes)
        {
            found.Add(Read(ref reader, names, route));
        }

        var report = Examination.Join(claim, found.ToImmutable());
        return reader.IsAtEnd && IsPrintable(report) ? report : throw CheckpointException.Wrong();
    }

    private static bool IsTakenBack(ClaimReport report, byte[] record)
    {
        try
        {
            _ = Read(report.Claim, report.Routes.Select(route => route.Route), record);
            return true;
        }
        catch (CheckpointException)
        {
            return false;
        }
    }

    private static bool TryWrite(BinaryWriter writer, NamedParts names, RouteReport route)
    {
        var finding = route.Finding;
        writer.Write((int)finding.Outcome);
        writer.Write(finding.Detail);
        writer.Write(route.Elapsed.Ticks);
        writer.Write(finding.NothingSatisfiesConditions);
        writer.Write(finding.FoundNoInstance);
        writer.Write(finding.FoundFault);
        WriteOptional(writer, finding.Instances, writer.Write);
        WriteOptional(writer, finding.Detectable, writer.Write);
        WriteOptional(writer, finding.Sampled, sampled => Write(writer, sampled));
        WriteOptional(writer, route.Difference, difference =>
        {
            writer.Write(difference.Derived);
            writer.Write(difference.Difference);
        });
        var areKnown = true;
        WriteOptional(writer, finding.BestRatio, best =>
        {
            writer.Write(best.Value);
            areKnown &= names.TryWrite(writer, best.Dimensions, best.Values);
        });
        WriteOptional(writer, finding.Counterexample, counterexample =>
        {
            writer.Write(counterexample.Left);
            writer.Write(counterexample.Right);
            areKnown &= names.TryWrite(writer, counterexample.Dimensions, counterexample.Values);
        });
        return areKnown;
    }

    private static RouteReport Read(ref StateReader reader, NamedParts names, string route)
    {
        var (outcome, detail, elapsed) = ((Outcome)reader.Below(Enum.GetValues<Outcome>().Length), reader.PlainText(), TimeSpan.FromTicks(reader.UpTo(MostTicks)));
        var (nothing, none, fault) = (reader.Flag(), reader.Flag(), reader.Flag());
        int? instances = reader.Flag() ? reader.Below(int.MaxValue) : null;
        double? detectable = reader.Flag() ? reader.Number() : null;
        var sampled = reader.Flag() ? ReadSampled(ref reader) : null;
        (string, string)? difference = reader.Flag() ? (reader.PlainText(), reader.PlainText()) : null;
        var best = reader.Flag() ? ReadBest(ref reader, names) : null;
        var counterexample = reader.Flag() ? ReadCounterexample(ref reader, names) : null;
        return new(
            route,
            new(outcome, detail)
            {
                NothingSatisfiesConditions = nothing,
                FoundNoInstance = none,
                FoundFault = fault,
                Instances = instances,
                Detectable = detectable,
                Sampled = sampled,
                BestRatio = best,
                Counterexample = counterexample,
            },
            elapsed)
        { KeptDifference = difference };
    }

    private static void Write(BinaryWriter writer, SampledEvidence sampled)
    {
        writer.Write(sampled.Samples);
        foreach (var figure in new[] { sampled.Estimate, sampled.Theory, sampled.StandardError, sampled.Margin, sampled.Risk })
        {
            writer.Write(figure);
        }
    }

    private static SampledEvidence ReadSampled(ref StateReader reader)
    {
        var sampled = new SampledEvidence(reader.UpTo(long.MaxValue), reader.Number(), reader.Number(), reader.Number(), reader.Number(), reader.Number());
        return double.IsFinite(sampled.Margin) ? sampled : throw CheckpointException.Wrong();
    }

    private static BestRatio ReadBest(ref StateReader reader, NamedParts names)
    {
        var value = reader.Number();
        var (sizes, values) = names.Read(ref reader);
        return new(value, sizes, values);
    }

    private static Counterexample ReadCounterexample(ref StateReader reader, NamedParts names)
    {
        var (left, right) = (reader.PlainText(), reader.PlainText());
        var (sizes, values) = names.Read(ref reader);
        return new(sizes, values, left, right);
    }

    // Sizes and values of a stranger may fit their symbols and yet make other parts of the statement too large.
    private static bool IsPrintable(ClaimReport report)
    {
        try
        {
            return report.Counterexample is not { } counterexample
                || (CounterexampleFile.Of(report.Claim, counterexample).Length > 0 && CounterexampleFile.WithDomains(report.Claim, counterexample).Length > 0);
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static void WriteOptional<T>(BinaryWriter writer, T? value, Action<T> write)
        where T : struct
    {
        writer.Write(value is not null);
        if (value is { } found)
        {
            write(found);
        }
    }

    private static void WriteOptional<T>(BinaryWriter writer, T? value, Action<T> write)
        where T : class
    {
        writer.Write(value is not null);
        if (value is { } found)
        {
            write(found);
        }
    }
}
