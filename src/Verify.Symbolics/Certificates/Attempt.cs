namespace Verify.Symbolics.Certificates;

/// <summary>Questions to the algebra that it may not be able to answer.</summary>
internal static class Attempt
{
    /// <summary>The answer, or false where the algebra treats or decides no such thing. A limit on work is still thrown.</summary>
    public static bool Of(Func<bool> question)
    {
        try
        {
            return question();
        }
        catch (AlgebraException exception) when (exception is not WorkLimitException)
        {
            return false;
        }
    }
}
