using System.Text;
using Verify.Language.Reading;
using Verify.Language.Syntax;

namespace Verify.Language.Tests.Syntax;

/// <summary>Bytes and files to text.</summary>
public sealed class SourceReaderTests
{
    [Theory]
    [InlineData("let y = x\nlet é𝐱 = ", new byte[] { 0xFF }, 2, 10)]
    [InlineData("ab", new byte[] { 0xC3 }, 1, 3)]
    [InlineData("", new byte[] { 0xE2, 0x82, 0x20 }, 1, 1)]
    [InlineData("Λ\r\nΛΛ", new byte[] { 0xC0, 0x80, 0x41 }, 2, 3)]
    [InlineData("\n\n𝐱", new byte[] { 0xED, 0xA0, 0x80 }, 3, 2)]
    public void TheFirstByteThatIsNotUtf8HasItsPlace(string before, byte[] bad, int line, int column)
    {
        Assert.False(SourceReader.TryDecode("a.claim", [.. Encoding.UTF8.GetBytes(before), .. bad, (byte)'z'], out _, out var error));
        Assert.Equal((line, column), (error.Place.Line, error.Place.Column));
        Assert.Contains($"byte {bad[0]:X2} is not UTF-8", error.Message);
    }

    [Fact]
    public void AByteOrderMarkChangesNothing()
    {
        byte[] text = Encoding.UTF8.GetBytes("show 2 3");
        Assert.True(SourceReader.TryDecode("a.claim", text, out var plain, out _));
        Assert.True(SourceReader.TryDecode("a.claim", [0xEF, 0xBB, 0xBF, .. text], out var marked, out _));
        Assert.Equal(plain.Text, marked.Text);
        Assert.Equal<Diagnostic>(Parser.Parse(plain, _ => []).Errors, Parser.Parse(marked, _ => []).Errors);
    }

    [Fact]
    public void APipeThatNothingComesFromIsNoRegularFile()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var pipe = Path.Combine(folder.FullName, "pipe.claim");
            if (OperatingSystem.IsWindows() || !MadeByCommand("mkfifo", pipe))
            {
                return;
            }

            Assert.False(SourceReader.TryRead(pipe, out _, out var error));
            Assert.Contains("no regular file", error.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void WhatIsNoReadableFileIsOneError()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var large = Path.Combine(folder.FullName, "large.claim");
            File.WriteAllBytes(large, new byte[SourceReader.MostBytes + 1]);
            Assert.Contains("no such file", ErrorOf(Path.Combine(folder.FullName, "missing.claim")));
            Assert.Contains("no such file", ErrorOf(Path.Combine(folder.FullName, "missing", "a.claim")));
            Assert.Contains("folder", ErrorOf(folder.FullName));
            Assert.Contains("larger than", ErrorOf(large));
            Assert.Contains("cannot be read", ErrorOf(""));
            Assert.Contains("cannot be read", ErrorOf("a\0b"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string ErrorOf(string path)
    {
        Assert.False(SourceReader.TryRead(path, out _, out var error));
        Assert.DoesNotContain('\n', DiagnosticText.Render(error));
        return error.Message;
    }

    private static bool MadeByCommand(string command, string argument)
    {
        using var process = System.Diagnostics.Process.Start(command, argument);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
