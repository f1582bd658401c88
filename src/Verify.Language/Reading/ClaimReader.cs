using System.Runtime.ExceptionServices;
using Verify.Language.Elaboration;
using Verify.Language.Syntax;

namespace Verify.Language.Reading;

/// <summary>Reads claim files: text to core statements.</summary>
public static class ClaimReader
{
    // Recursion is limited by the depth of expressions, not by the stack of whoever calls.
    private const int StackSize = 256 << 20;

    /// <summary>Reads a file and the settings it uses. Whatever the content, the result says what is wrong; nothing is thrown.</summary>
    public static ClaimFile Read(string path) => SourceReader.TryRead(path, out var source, out var error)
        ? Read(source)
        : new(path, null, null, [], [], [error]);

    /// <summary>Reads a text as if it were the file of that name; <c>use</c> looks in that file's folder.</summary>
    public static ClaimFile ReadText(string path, string text) => Read(new SourceText(path, text));

    /// <summary>The same on the stack of the caller, which is to be as large as that of the thread that is started otherwise.</summary>
    internal static ClaimFile ReadTextHere(string path, string text) => ReadHere(new(path, text));

    private static ClaimFile ReadHere(SourceText source) => new FileReader(new(Path.GetDirectoryName(source.Path) ?? "")).Read(source);

    /// <summary>A fault on the thread is the caller's to see: left there, it would end the process.</summary>
    private static ClaimFile Read(SourceText source)
    {
        ClaimFile? result = null;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(Read, StackSize);
        thread.Start();
        thread.Join();
        fault?.Throw();
        return result!;

        void Read()
        {
            try
            {
                result = ReadHere(source);
            }
            catch (Exception exception)
            {
                fault = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
