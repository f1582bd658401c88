namespace Verify.Simulation;

/// <summary>A statement contains a construct, named in the message, that the simulation does not treat.</summary>
internal sealed class NotTreatedException(string construct) : Exception(construct);
