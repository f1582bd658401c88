using System.Text;
using Verify.Cli.Output;

namespace Verify.Cli;

/// <summary>What the process's own console is and can do.</summary>
public static class Terminal
{
    private const int Narrowest = 40;

    /// <summary>The host of this process: UTF-8 without a byte-order mark, colour and tables only where the terminal has them.</summary>
    public static Host Open(CancellationToken interrupt)
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
        var output = new QuietStream(Console.OpenStandardOutput());
        return new(Writer(output), Writer(new QuietStream(Console.OpenStandardError())), interrupt)
        {
            LostOutput = () => output.Fault,
            TerminalWidth = dumb || Console.IsOutputRedirected ? null : Width(),
            ProgressWidth = dumb || Console.IsErrorRedirected ? null : Width(),
            Colour = !dumb && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14);

    /// <summary>Null where a table would not fit.</summary>
    private static int? Width()
    {
        try
        {
            return Console.WindowWidth >= Narrowest ? Console.WindowWidth : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// A standard stream that never throws. A reader that has gone (<c>verify check proofs | head</c>) is no fault: .NET itself drops what it no longer takes. After any other fault, such as a full disk,
    /// the rest is dropped and the fault kept.
    /// </summary>
    private sealed class QuietStream(Stream inner) : Stream
    {
        public string? Fault { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => Quietly(inner.Flush);

        public override void Write(byte[] buffer, int offset, int count) => Quietly(() => inner.Write(buffer, offset, count));

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void Quietly(Action action)
        {
            try
            {
                if (Fault is null)
                {
                    action();
                }
            }
            catch (Exception fault) when (OutputFile.IsOfWriting(fault))
            {
                Fault = OutputFile.Why(fault);
            }
        }
    }
}
