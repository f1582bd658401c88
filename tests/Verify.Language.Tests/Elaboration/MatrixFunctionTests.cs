using Verify.Language.Printing;
using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Language.Tests.Elaboration;

/// <summary>Sizes that are products, and the functions whose names are not reserved.</summary>
public sealed class MatrixFunctionTests
{
    [Fact]
    public void A_product_of_sums_is_written_out()
    {
        var file = SoundFile.Read("dim d, N\nvector w : (d + 1) * (N + 2)\nvector v : d * N + 2 d + N + 2\nshow w + v");
        var size = file.Shows.Single().Expression.Shape.Rows;
        Assert.Equal("N + N * d + 2 d + 2", size.ToString());
        Assert.Equal(4 * 6, size.Evaluate(dimension => dimension.Name == "d" ? 3 : 4));
    }

    [Fact]
    public void Products_of_dimensions_are_one_whatever_their_order()
    {
        var (a, b, c) = (new Dimension("a"), new Dimension("b"), new Dimension("c"));
        var sizes = new[] { (Size)a * b * c, (Size)c * b * a, (Size)b * ((Size)a * c) };
        Assert.All(sizes, size => Assert.Equal(sizes[0], size));
        Assert.Equal(((Size)a + 1) * ((Size)b + 2), ((Size)b * a) + ((Size)a).Times(2) + b + 2);
        Assert.Equal([a, b, c], sizes[0].Dimensions.Order());
    }

    [Fact]
    public void A_quotient_of_sizes_multiplies_back()
    {
        var (a, b) = (new Dimension("a"), new Dimension("b"));
        var whole = ((Size)a * b * b).Times(6) + ((Size)a * b).Times(2);
        Assert.Equal(whole, whole.DividedBy(((Size)b).Times(2))! * ((Size)b).Times(2));
        Assert.Null(whole.DividedBy((Size)a * a));
        Assert.Null(whole.DividedBy(((Size)b).Times(4)));
        Assert.Null((whole + 1).DividedBy(b));
    }

    [Fact]
    public void A_product_follows_a_substitution_of_its_dimensions()
    {
        var (a, b) = (new Dimension("a"), new Dimension("b"));
        var value = Substitution.Of(a, (Size)b + 1).In(Expr.Zero(new((Size)a * b, a)));
        Assert.Equal(new Shape(((Size)b * b) + b, (Size)b + 1), value.Shape);
    }

    [Theory]
    [InlineData("negatives")]
    [InlineData("singular")]
    [InlineData("softmax")]
    public void A_declared_name_before_parentheses_is_a_factor(string name)
    {
        var product = SoundFile.Read($"scalar {name}, s\nshow {name}(s + 1)").Shows.Single().Expression;
        Assert.IsType<Product>(product);
        var own = SoundFile.Read($"scalar s\nlet {name}(x) = x + 1\nshow {name}(s)").Shows.Single().Expression;
        Assert.IsType<Sum>(own);
    }

    [Fact]
    public void An_undeclared_one_is_a_function()
    {
        var file = SoundFile.Read("dim d\nmatrix A : d × d\nshow negatives(A)\nshow singular(A)' singular(A)");
        Assert.IsType<NegativeEigenvalues>(file.Shows[0].Expression);
        Assert.Equal("singular(A)' singular(A)", CorePrinter.Print(file.Shows[1].Expression));
        var softmax = SoundFile.Read("dim d\nvector v : d\nshow softmax(2 v + ones)' v").Shows.Single().Expression;
        Assert.Equal("softmax(2 v + ones)' v", CorePrinter.Print(softmax));
        Assert.Contains(@"\operatorname{softmax}\left(2 v + \mathbf{1}\right)", LatexPrinter.Print(softmax), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dim d\ndim N >= d * d\n", "a sum of dimensions and integers")]
    [InlineData("dim d\nvector v : d\nmatrix A : d × d\nshow vec(A) + v", "no sum of")]
    [InlineData("dim d, n\nmatrix A : d × n\nshow det(A)", "only a square matrix has a determinant")]
    [InlineData("dim d, n\nmatrix A : d × n\nshow softmax(A)", "softmax is of a vector; this is d × n")]
    [InlineData("dim d\nvector v : d\nshow softmax(v')", "softmax is of a vector; this is 1 × d")]
    [InlineData("dim d, n\nmatrix A : d × n\nshow kron(A)", "the second argument")]
    public void What_does_not_fit_is_refused(string text, string message) =>
        Assert.Contains(ClaimReader.ReadText("it.claim", text).Errors, error => error.Message.Contains(message, StringComparison.Ordinal));
}
