using System.Text;
using Verify.Cli.Input;
using Verify.Evidence;
using Verify.Evidence.Mutants;
using Verify.Language.Syntax;
using Verify.Reports;
using Verify.Reports.Catalogue;

namespace Verify.Cli.Output;

/// <summary>The pages that <c>verify check</c> and <c>verify mutate</c> write beside their reports: the catalogue of what papers state, the errata, and the mutants that survive.</summary>
public static class Pages
{
    /// <summary>Writes the catalogue, whole or not at all. A list of statements that cannot be read, or that names what is not there, is a <see cref="UsageException"/>.</summary>
    public static void WriteCatalogue(string path, RunReport report)
    {
        try
        {
            OutputFile.Write("--catalogue", path, Encoding.UTF8.GetBytes(CataloguePage.Of(report, PapersOf(report), ReachFrom(path))));
        }
        catch (FormatException fault)
        {
            throw new UsageException(fault.Message);
        }
    }

    /// <summary>Writes the errata, whole or not at all.</summary>
    public static void WriteErrata(string path, RunReport report) => OutputFile.Write("--errata", path, Encoding.UTF8.GetBytes(ErrataPage.Of(report, ReachFrom(path))));

    /// <summary>Writes the page of mutants that survive, whole or not at all.</summary>
    public static void WriteSurvivors(string path, MutationReport report) => OutputFile.Write("--survivors", path, Encoding.UTF8.GetBytes(SurvivorsPage.Of(report, ReachFrom(path))));

    private static Dictionary<string, Paper> PapersOf(RunReport report)
    {
        var papers = new Dictionary<string, Paper>();
        foreach (var folder in report.Files.SelectMany(file => FoldersOf(file.File.Path)).Distinct().Where(folder => File.Exists(Path.Combine(folder, PaperReader.FileName))))
        {
            var list = Path.Combine(folder, PaperReader.FileName);
            try
            {
                papers.Add(folder, PaperReader.Read(TextOf(list)));
            }
            catch (FormatException fault)
            {
                throw new FormatException($"{list}: {fault.Message}");
            }
        }

        return papers;
    }

    // Bounded in size and in time, as claim files are.
    private static string TextOf(string list) => new FileInfo(list).LinkTarget is not null ? throw new FormatException("this is a link: the list is a file in this folder itself")
        : SourceReader.TryRead(list, out var source, out var error) ? source.Text
        : throw new FormatException(error.Message);

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder.Replace('\\', '/');
        }
    }

    // The paths of a report start at the working folder, the links of a page at the page.
    private static string ReachFrom(string page) =>
        Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(page))!, Environment.CurrentDirectory).Replace('\\', '/') + "/";
}
