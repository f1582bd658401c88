using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Minimization;

/// <summary>The linear map P ↦ Left P Right of r × c matrices.</summary>
internal sealed record Sandwich(Form Left, Form Right)
{
    /// <summary>
    /// The sandwich that equals a form linear in P; null where the form is none (several sandwiches that share no factor, P transposed, P inside a trace).
    /// Terms Σ l_i P r_j c_ij are one sandwich exactly if the left factors of all the right words are multiples of one form.
    /// </summary>
    public static Sandwich? Of(Form linear, Symbol parameter)
    {
        var lefts = new List<(Word Right, Form Left)>();
        for (var i = 0; i < linear.Count; i++)
        {
            if (linear.CoefficientAt(i).DependsOn(parameter) || Split(linear.WordAt(i), parameter) is not var (left, right))
            {
                return null;
            }

            var known = lefts.FindIndex(entry => entry.Right.Equals(right));
            var term = Form.Of(left).Scaled(linear.CoefficientAt(i));
            lefts = known < 0 ? [.. lefts, (right, term)] : [.. lefts[..known], (right, lefts[known].Left + term), .. lefts[(known + 1)..]];
        }

        if (lefts.Count == 0)
        {
            return null;
        }

        var (first, common) = lefts[0];
        var sum = Form.Of(first);
        foreach (var (right, left) in lefts.Skip(1))
        {
            var ratio = left.CoefficientAt(0) / common.CoefficientAt(0);
            if (!(left - common.Scaled(ratio)).IsZero)
            {
                return null;
            }

            sum += Form.Of(right).Scaled(ratio);
        }

        return new(common, sum);
    }

    private static (Word Left, Word Right)? Split(Word word, Symbol parameter)
    {
        var at = -1;
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word.Letters[i];
            if (letter.Leaves.Contains(parameter))
            {
                if (at >= 0 || letter.IsTransposed || !letter.Element.IsLambda || letter.Atom is not SymbolAtom)
                {
                    return null;
                }

                at = i;
            }
        }

        if (at < 0 || word.Cut >= 0)
        {
            return null;
        }

        var (rows, columns) = (parameter.Shape.Rows, parameter.Shape.Columns);
        return (
            at == 0 ? Word.Identity(rows) : new(word.Letters[..at].ToArray(), word.Shape.Rows, rows, -1),
            at == word.Length - 1 ? Word.Identity(columns) : new(word.Letters[(at + 1)..].ToArray(), columns, word.Shape.Columns, -1));
    }
}
