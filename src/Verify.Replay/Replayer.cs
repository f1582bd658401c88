using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Syntax;
using Verify.Replay.Arithmetic;
using Verify.Replay.Evaluation;
using Verify.Replay.Judging;
using Verify.Replay.Reading;

namespace Verify.Replay;

/// <summary>Evaluates a counterexample again from what a report has of it, by arithmetic that no route uses.</summary>
public static class Replayer
{
    private const long MostWork = 20_000_000;

    private const int StackSize = 256 << 20;

    /// <summary>Reads the claim file of the counterexample and evaluates it. Whatever the text, the result says what is wrong; nothing is thrown.</summary>
    public static Replayed Replay(string name, ReportedCounterexample counterexample)
    {
        var result = new Replayed(ReplayOutcome.CannotBeEvaluated, null, null, "it was not evaluated");
        var thread = new Thread(() => result = Guarded(name, counterexample), StackSize);
        thread.Start();
        thread.Join();
        return result;
    }

    private static Replayed Guarded(string name, ReportedCounterexample counterexample)
    {
        try
        {
            return Evaluate(name, counterexample);
        }
        catch (NotEvaluatedException obstacle)
        {
            return Cannot(obstacle.Message);
        }
        catch (Exception fault) when (fault is ArgumentException or OverflowException or ArithmeticException)
        {
            return Cannot("the sizes of its claim file do not fit");
        }
    }

    private static Replayed Evaluate(string name, ReportedCounterexample counterexample)
    {
        if (Parser.Parse("claimFile", counterexample.ClaimFile).Statements.Any(statement => statement is UseSyntax))
        {
            return Cannot("its claim file uses a setting, which a report does not hold");
        }

        var file = ClaimReader.ReadText("claimFile", counterexample.ClaimFile);
        if (file.Errors is [var error, ..])
        {
            return Cannot($"claimFile:{error.Place.Line}:{error.Place.Column}: {error.Message}");
        }

        if (file.Claims is not [var claim] || claim.Name != name)
        {
            return Cannot($"its claim file does not hold one claim that is named \"{name}\"");
        }

        if (ValueCheck.Contradiction(counterexample) is { } contradiction)
        {
            return new(ReplayOutcome.DoesNotStand, null, null, contradiction);
        }

        foreach (var (condition, index) in claim.Conditions.Select((condition, index) => (condition, index)))
        {
            var met = Judge(condition, claim, counterexample);
            if (met.Truth != Truth.True)
            {
                return new(met.Truth == Truth.False ? ReplayOutcome.DoesNotStand : ReplayOutcome.CannotBeEvaluated, null, null,
                    $"the condition {TextOf(claim, index)} {(met.Truth == Truth.False ? "fails" : "is open")}: {met.Sides[0].Left.Text} against {met.Sides[0].Right.Text}");
            }
        }

        var judged = Judge(claim.Statement, claim, counterexample);
        var (left, right) = judged.Sides[0];
        return judged.Truth switch
        {
            Truth.True => new(ReplayOutcome.DoesNotStand, left.Text, right.Text, $"the statement holds ({judged.Detail})"),
            Truth.Unknown => new(ReplayOutcome.CannotBeEvaluated, left.Text, right.Text, $"rounding or chance leaves it open ({judged.Detail})"),
            _ when SideCheck.Contradicts(counterexample, judged) => new(ReplayOutcome.DoesNotStand, left.Text, right.Text, $"the report has {Shown(counterexample.Left)} and {Shown(counterexample.Right)} ({judged.Detail})"),
            _ => new(ReplayOutcome.Stands, left.Text, right.Text, judged.Detail),
        };
    }

    private static Judged Judge(Statement statement, Claim claim, ReportedCounterexample counterexample)
    {
        try
        {
            return StatementJudge.Of(statement, Place<Exact>(claim, counterexample));
        }
        catch (NotEvaluatedException obstacle) when (obstacle.Obstacle != Obstacle.NotTreated)
        {
            return StatementJudge.Of(statement, Place<Approximate>(claim, counterexample));
        }
    }

    /// <summary>What the claim file leaves open: the parameters of a flow or a minimum have their values beside it.</summary>
    private static Evaluator<T> Place<T>(Claim claim, ReportedCounterexample counterexample)
        where T : struct, INumberKind<T>
    {
        var symbols = ImmutableDictionary.CreateBuilder<Symbol, Matrix<T>>();
        foreach (var symbol in claim.Symbols)
        {
            if (counterexample.Values.TryGetValue(symbol.Name, out var rows))
            {
                symbols[symbol] = new(rows.Length, rows[0].Length, (i, j) => Polynomial<T>.Of(T.Of(rows[i][j])));
            }
        }

        return new(new(symbols.ToImmutable(), ImmutableDictionary<Dimension, Rational>.Empty), new Work(MostWork), new Draws(1));
    }

    private static Replayed Cannot(string reason) => new(ReplayOutcome.CannotBeEvaluated, null, null, reason);

    private static string TextOf(Claim claim, int index) => index < claim.ConditionTexts.Length ? Shown(claim.ConditionTexts[index]) : $"{index + 1}";

    private static string Shown(string text) => text.Length <= 100 ? text.ReplaceLineEndings(" ") : text[..100].ReplaceLineEndings(" ") + "…";
}
