using Verify.Evidence;

namespace Verify.Cli.Commands;

/// <summary>The exit statuses of the command.</summary>
public static class ExitStatus
{
    /// <summary>Everything holds.</summary>
    public const int Holds = 0;

    /// <summary>Something does not hold.</summary>
    public const int Fails = 1;

    /// <summary>Unusable input or arguments, or output that cannot be written.</summary>
    public const int Unusable = 2;

    /// <summary>Something is undecided.</summary>
    public const int Undecided = 3;

    /// <summary>A conflict between routes.</summary>
    public const int Conflict = 4;

    /// <summary>A fault of the tool itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Fault = 70;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>The status of a run of which something could not be written: 2, but for 4 and 70, which come before it.</summary>
    public static int Unwritten(int status) => status is Conflict or Fault ? status : Unusable;

    /// <summary>The status of a run, the first that applies: 4, 2, 1, 3, 0; and 70 where a route broke down and there is no conflict.</summary>
    public static int Of(RunReport report) =>
        report.Claims.Any(claim => claim.Verdict == Verdict.Conflict) ? Conflict
        : report.Claims.Any(claim => claim.Faulted) ? Fault
        : report.Errors.Any() ? Unusable
        : report.Claims.Any(claim => !claim.Holds && claim.Verdict != Verdict.Undecided) ? Fails
        : report.Claims.Any(claim => !claim.Holds) ? Undecided
        : Holds;
}
