using System.CommandLine;
using Verify.Cli.Commands;
using Verify.Cli.Input;
using Verify.Language.Reading;

namespace Verify.Cli;

/// <summary>The command as a function of its arguments and the outside world.</summary>
public static class Entry
{
    /// <summary>Runs one command line and gives its exit status. Whatever happens is a line on the error stream, never a stack trace.</summary>
    public static int Run(IReadOnlyList<string> arguments, Host host)
    {
        var status = Guarded(arguments, host);
        host.Out.Flush();
        if (host.LostOutput() is { } fault)
        {
            host.Error.WriteLine($"verify: error: standard output cannot be written: {fault}");
            status = ExitStatus.Unwritten(status);
        }

        host.Error.Flush();
        return status;
    }

    private static int Guarded(IReadOnlyList<string> arguments, Host host)
    {
        try
        {
            return RunCommand(arguments, host);
        }
        catch (UsageException fault)
        {
            host.Error.WriteLine($"verify: error: {fault.Message}");
            return ExitStatus.Unusable;
        }
        catch (OperationCanceledException) when (host.Interrupt.IsCancellationRequested)
        {
            return ExitStatus.Interrupted;
        }
        catch (Exception fault)
        {
            host.Error.WriteLine($"verify: error: {InternalFault.Describe(fault)}");
            return ExitStatus.Fault;
        }
    }

    private static int RunCommand(IReadOnlyList<string> arguments, Host host)
    {
        var parsed = CommandTree.For(host).Parse(arguments);
        if (parsed.Errors.Count == 0)
        {
            return parsed.Invoke(new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }

        foreach (var error in parsed.Errors)
        {
            host.Error.WriteLine($"verify: error: {error.Message.ReplaceLineEndings(" ")}");
        }

        host.Error.WriteLine("verify: see 'verify --help'");
        return ExitStatus.Unusable;
    }
}
