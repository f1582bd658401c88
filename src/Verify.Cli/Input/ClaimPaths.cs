using System.Collections.Immutable;
using System.IO.Enumeration;
using Verify.Language;
using Verify.Language.Reading;

namespace Verify.Cli.Input;

/// <summary>A path as given on the command line and the claim files it stands for, in order; a fault where it stands for none.</summary>
public sealed record ClaimPath(string Given, ImmutableArray<string> Files, Diagnostic? Fault);

/// <summary>Finds claim files.</summary>
public static class ClaimPaths
{
    /// <summary>
    /// A file is itself; a folder is all <c>*.claim</c> files in it and below, sorted by path. Links in it are not followed: one to a folder is passed over, one to a file is a fault, so that
    /// what a folder holds cannot make the tool read what lies outside.
    /// </summary>
    public static ClaimPath Find(string given)
    {
        try
        {
            return File.Exists(given) ? new(given, [given], null)
                : !Directory.Exists(given) ? Faulty(given, "no such file or folder")
                : Below(given, areLinks: true) is [var link, ..] ? new(given, Below(given, areLinks: false), Fault(link, "this is a link: give the path of the file itself"))
                : Below(given, areLinks: false) is { IsEmpty: false } files ? new(given, files, null)
                : Faulty(given, "no claims in this folder: it holds no .claim file");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Faulty(given, $"cannot be read: {fault.Message}");
        }
    }

    /// <summary>What was read, with a fault as a file that holds nothing else; a path under which no claim stands is such a fault.</summary>
    public static ClaimFile Empty(string given, Diagnostic fault) => new(given, null, null, [], [], [fault]);

    /// <summary>The fault of a path as a whole.</summary>
    public static Diagnostic Fault(string given, string message) => new(new(given, 1, 1), message, "", 0);

    private static ClaimPath Faulty(string given, string message) => new(given, [], Fault(given, message));

    private static ImmutableArray<string> Below(string folder, bool areLinks) =>
        [.. new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName.EndsWith(".claim", StringComparison.Ordinal)
                && ((entry.Attributes & FileAttributes.ReparsePoint) != 0) == areLinks,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        }.Select(path => path.Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
