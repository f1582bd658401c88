using System.Text;

namespace Verify.Cli;

/// <summary>What the process's own console is and can do.</summary>
public static class Terminal
{
    private const int Narrowest = 40;

    /// <summary>The host of this process: UTF-8 without a byte-order mark, colour and tables only where the terminal has them.</summary>
    public static Host Open(CancellationToken interrupt)
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
        return new(Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError()), interrupt)
        {
            TerminalWidth = dumb || Console.IsOutputRedirected ? null : Width(),
            ProgressWidth = dumb || Console.IsErrorRedirected ? null : Width(),
            Colour = !dumb && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }

    private static StreamWriter Writer(Stream stream) => new(new QuietStream(stream), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14);

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

    /// <summary>A standard stream whose reader may have gone (<c>verify check proofs | head</c>): what it no longer takes is dropped.</summary>
    private sealed class QuietStream(Stream inner) : Stream
    {
        private bool _gone;

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
                if (!_gone)
                {
                    action();
                }
            }
            catch (IOException)
            {
                _gone = true;
            }
        }
    }
}
