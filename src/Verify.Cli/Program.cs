using Verify.Cli;

const int StackBytes = 256 * 1024 * 1024;

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
