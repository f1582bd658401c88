namespace Verify.Coordinates.Arithmetic;

/// <summary>Why a value cannot be had. Thrown inside the route and turned into an outcome at its edge.</summary>
internal abstract class ObstacleException(string message) : Exception(message);

/// <summary>The statement contains what the route does not treat; the message names it.</summary>
internal sealed class NotTreatedException(string construct) : ObstacleException(construct);

/// <summary>A limit was reached; the message names it.</summary>
internal sealed class LimitException(string limit) : ObstacleException(limit);

/// <summary>The expression has no value here: a singular inverse, a root of a negative number.</summary>
internal sealed class UndefinedException(string reason) : ObstacleException(reason);

/// <summary>A limit is infinite.</summary>
internal sealed class InfiniteLimitException() : ObstacleException("an infinite limit");

/// <summary>The value exists but is not a sum of radicals that is held exactly; intervals may still enclose it.</summary>
internal sealed class InexactException(string what) : ObstacleException(what);
