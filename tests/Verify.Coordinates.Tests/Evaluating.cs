using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Instances;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Coordinates.Tests;

/// <summary>Short ways to evaluate expressions and to examine claims.</summary>
internal static class Evaluating
{
    /// <summary>A ring that never stops.</summary>
    public static PolynomialRing Ring(int rootOrder = 1)
    {
        var ring = new PolynomialRing(new(long.MaxValue, CancellationToken.None));
        ring.Radicals.Order = rootOrder;
        return ring;
    }

    /// <summary>What the route finds of the first claim of a text.</summary>
    public static Finding Examine(string text, RouteSettings? settings = null) =>
        new CoordinatesRoute().Examine(SoundFile.Read(text).Claims[0], settings ?? RouteSettings.Default, CancellationToken.None);

    /// <summary>An instance of all sizes and of random values for the free symbols, spd ones with rational eigenvalues.</summary>
    public static Instance InstanceOf(Expr expression, Func<string, int> sizeOf, ulong seed)
    {
        var random = new SplitMix(seed);
        var sizes = ImmutableDictionary<Dimension, int>.Empty;
        foreach (var dimension in expression.FreeDimensions.Concat(expression.FreeSymbols.SelectMany(s => s.Shape.Rows.Terms.Concat(s.Shape.Columns.Terms)).Select(term => term.Key)).Distinct().Order())
        {
            sizes = sizes.SetItem(dimension, sizeOf(dimension.Name));
        }

        var values = ImmutableDictionary<Symbol, Rational[,]>.Empty;
        foreach (var symbol in expression.FreeSymbols.Order())
        {
            values = values.Add(symbol, new Sampler(1, true).Draw(symbol, symbol.Shape.Rows.Evaluate(d => sizes[d]), symbol.Shape.Columns.Evaluate(d => sizes[d]), random));
        }

        return new(sizes, values, (symbol, _, _) => throw new InvalidOperationException(symbol.Name));
    }

    /// <summary>The value of an expression at an instance.</summary>
    public static Rational[,] ValueOf(Expr expression, Instance instance) => new Evaluator(instance, Ring()).Evaluate(expression).ToRational();
}
