using System.Collections.Immutable;
using Verify.Language.Reading;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>Reads one claim file and the settings that it uses: statement by statement, each on its own, so that a faulty one leaves the others sound.</summary>
internal sealed class FileReader(SettingFolder settings)
{
    private readonly Scope _scope = new();
    private readonly ErrorList _errors = new();
    private readonly List<Claim> _claims = [];
    private readonly List<Show> _shows = [];
    private readonly HashSet<string> _used = [];
    private readonly TextSum _sum = new();
    private string? _title;
    private string? _source;

    /// <summary>The file as understood.</summary>
    public ClaimFile Read(SourceText source)
    {
        ReadStatements(Parser.Parse(source, settings.FunctionsOf, settings.DeclaredBy), []);
        return new(source.Path, _title, _source, [.. _claims], [.. _shows],
            [.. _errors.All.OrderBy(error => error.Place.File != source.Path).ThenBy(error => error.Place.File, StringComparer.Ordinal).ThenBy(error => error.Place.Line).ThenBy(error => error.Place.Column)])
        {
            Remark = OpeningComment(source.Text),
            Definitions = [.. _scope.Definitions.Where(value => !value.Children.IsEmpty)],
            Sum = _sum.Digits,
        };
    }

    /// <summary>The first comment lines below the title and the source, without their signs, as one paragraph.</summary>
    private static string OpeningComment(string text) => string.Join(' ', text.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => line.StartsWith("title", StringComparison.Ordinal) || line.StartsWith("source", StringComparison.Ordinal) || line.Length == 0)
        .TakeWhile(line => line.StartsWith('#'))
        .Select(line => line[1..].Trim()));

    private void ReadStatements(ParsedFile file, ImmutableArray<string> users)
    {
        _sum.Add(file.Source.Text);
        file.Errors.ToList().ForEach(_errors.Report);
        _scope.Lose(file.LostNames);
        var declarations = new DeclarationReader(_scope, _errors, file.Source);
        declarations.Announce(file.Statements);
        foreach (var statement in file.Statements.TakeWhile(_ => !_errors.IsFull))
        {
            try
            {
                if (!declarations.TryRead(statement))
                {
                    ReadOther(statement, file.Source, users);
                }
            }
            catch (OverflowException)
            {
                _errors.Report(new(file.Source, statement.Span), "a size here is too large");
                _scope.Lose(DeclaredNames.Of(statement));
            }
            catch (Exception fault)
            {
                // A fault of ours in one statement is no reason to lose the others.
                _errors.Report(new(file.Source, statement.Span), InternalFault.Describe(fault));
                _scope.Lose(DeclaredNames.Of(statement));
            }
        }
    }

    private void ReadOther(StatementSyntax statement, SourceText source, ImmutableArray<string> users)
    {
        var isSetting = !users.IsEmpty;
        switch (statement)
        {
            case UseSyntax use:
                ReadUse(use, source, users);
                break;
            case ClaimSyntax or ShowSyntax when isSetting:
                _errors.Report(new(source, statement.Span), "a setting holds declarations and definitions only");
                break;
            case ClaimSyntax claim:
                ReadClaim(claim, source);
                break;
            case ShowSyntax show:
                ReadShow(show, source);
                break;
            case TitleSyntax title when !isSetting:
                _title ??= title.Text.Text;
                break;
            case SourceSyntax from when !isSetting:
                _source ??= from.Text.Text;
                break;
        }
    }

    private void ReadUse(UseSyntax use, SourceText source, ImmutableArray<string> users)
    {
        var at = new Location(source, use.Setting.Span);
        var name = use.Setting.Text;
        if (users.Contains(name))
        {
            _errors.Report(at, $"the setting {name} comes back to itself: {string.Join(" uses ", users.SkipWhile(user => user != name).Append(name))}");
        }
        else if (settings.TryRead(name, out var setting, out var problem))
        {
            if (_used.Add(name))
            {
                ReadStatements(setting, users.Add(name));
            }
        }
        else
        {
            _scope.LoseSetting();
            _errors.Report(problem.At is { } place ? place : at.Source.Error(at.Span, problem.Message));
        }
    }

    private void ReadShow(ShowSyntax show, SourceText source)
    {
        var reader = new ExpressionReader(_scope, _errors, source);
        var term = reader.Read(show.Expression);
        if (reader.Finish() && term.Make() is var value && !reader.IsFaulty)
        {
            _shows.Add(new(source.PlaceOf(show.Span), source[show.Expression.Span], value));
        }
    }

    private void ReadClaim(ClaimSyntax claim, SourceText source)
    {
        var reader = new ExpressionReader(_scope, _errors, source);
        var forms = new ClaimFormReader(reader);
        var make = forms.Read(claim.Form);
        var conditions = claim.Conditions.Select(forms.ReadComparison).ToImmutableArray();
        var steps = claim.Steps.Select(forms.ReadComparison).ToImmutableArray();
        if (!reader.Finish())
        {
            return;
        }

        var statement = make();
        ImmutableArray<Comparison> assumed = [.. conditions.Select(condition => condition())];
        ImmutableArray<Comparison> proving = [.. steps.Select(step => step())];
        if (reader.IsFaulty)
        {
            return;
        }

        ImmutableArray<Expr> expressions = [.. Dependence.ExpressionsOf(statement), .. assumed.Concat(proving).SelectMany(Dependence.ExpressionsOf)];
        var symbols = Dependence.SymbolsOf(expressions);
        var dimensions = Dependence.DimensionsOf(expressions, symbols);
        _claims.Add(new(claim.Name.Text, source.PlaceOf(claim.Span), claim.ExpectedTrue, statement, assumed, [.. _scope.InOrder(dimensions)], [.. _scope.InOrder(symbols)])
        {
            Steps = proving,
            Text = source[claim.Span],
            ConditionTexts = [.. claim.Conditions.Select(condition => source[condition.Span])],
        });
    }
}
