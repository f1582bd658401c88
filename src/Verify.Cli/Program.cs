using System.Runtime.InteropServices;
using Verify.Cli;

const int StackBytes = 256 * 1024 * 1024;

// SIGXFSZ, on Linux and macOS: a limit on the size of files (ulimit -f) is then an error of the write, as a full disk is, and not the end of the process.
const PosixSignal FileTooLarge = (PosixSignal)25;

using var fileTooLarge = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() ? PosixSignalRegistration.Create(FileTooLarge, signal => signal.Cancel = true) : null;
using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
};
var status = 0;
var main = new Thread(() => status = Entry.Run(args, Terminal.Open(interrupt.Token)), StackBytes);
main.Start();
main.Join();
return status;
