using System.Diagnostics;
using Verify.Fuzzing.Targets;

namespace Verify.Fuzzing.Running;

/// <summary>Feeds one input and says what is wrong with how it was read, or null.</summary>
internal static class Measured
{
    // What grows with the input is no hang: a megabyte of statements takes its time.
    private static readonly TimeSpan PerByte = TimeSpan.FromMicroseconds(500);

    private const long BytesPerByte = 10_000;

    /// <summary>Whether an input may be at fault: it is where the reader throws, and it may be where more time passed or memory was taken than it is given. Much cheaper than to say what the fault is.</summary>
    public static bool MayBeAtFault(ITarget target, byte[] input, out Answer answer)
    {
        var (clock, memory) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        try
        {
            answer = target.Feed(input);
        }
        catch (Exception)
        {
            answer = Answer.Refused;
            return true;
        }

        // The processor works no longer than the clock shows, since a reader has one thread; but the garbage collector may have a second.
        return Stopwatch.GetElapsedTime(clock) > (target.MostTime + (PerByte * input.Length)) / 2 || GC.GetTotalAllocatedBytes() - memory > target.MostBytes + (BytesPerByte * input.Length);
    }

    /// <summary>What is wrong with how it was read, or null.</summary>
    public static string? Fault(ITarget target, byte[] input)
    {
        var (time, memory) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        try
        {
            target.Feed(input);
        }
        catch (Exception fault)
        {
            return $"{fault.GetType().Name}: {fault.Message} {Place(fault)}";
        }

        time = Environment.CpuUsage.TotalTime - time;
        memory = GC.GetTotalAllocatedBytes() - memory;
        return time > target.MostTime + (PerByte * input.Length) ? $"takes {time.TotalSeconds:F1} s of processor time"
            : memory > target.MostBytes + (BytesPerByte * input.Length) ? $"allocates {memory / 1_000_000} MB"
            : null;
    }

    /// <summary>What faults have in common when they have one cause: the kind, and the place; not the text of the message.</summary>
    public static string Kind(string fault) => fault.StartsWith("takes", StringComparison.Ordinal) ? "time" : fault.StartsWith("allocates", StringComparison.Ordinal) ? "memory"
        : $"{fault[..fault.IndexOf(':')]} {fault[(fault.LastIndexOf(" at ", StringComparison.Ordinal) + 1)..]}";

    private static string Place(Exception fault) => fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Verify."))?.Trim() is { } line
        ? line.Split(" in ")[0]
        : "at nowhere";
}
