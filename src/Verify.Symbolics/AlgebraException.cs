namespace Verify.Symbolics;

/// <summary>Why the algebra cannot give a normal form; the route turns it into an outcome.</summary>
internal abstract class AlgebraException(string message) : Exception(message);

/// <summary>The expression contains a construct that the algebra has no rule for; the message names it.</summary>
internal sealed class NotTreatedException(string construct) : AlgebraException(construct);

/// <summary>A question on which a rule depends (is this nonnegative? square-free?) could not be answered.</summary>
internal sealed class NotDecidedException(string question) : AlgebraException(question);

/// <summary>The work of the claim reached its limit.</summary>
internal sealed class WorkLimitException(string limit) : AlgebraException(limit);
