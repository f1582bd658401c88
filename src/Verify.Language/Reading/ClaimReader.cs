namespace Verify.Language.Reading;

/// <summary>Reads claim files: text to core statements.</summary>
public static class ClaimReader
{
    /// <summary>Reads a file and the settings it uses. Whatever the content, the result says what is wrong; nothing is thrown.</summary>
    public static ClaimFile Read(string path) => throw new NotSupportedException(path);

    /// <summary>Reads a text as if it were the file of that name; <c>use</c> looks in that file's folder.</summary>
    public static ClaimFile ReadText(string path, string text) => throw new NotSupportedException(path + text);
}
