namespace Verify.Symbolics;

/// <summary>What a workspace makes unique and numbers by first use.</summary>
internal interface INumbered
{
    /// <summary>The number within the workspace, from 0.</summary>
    int Order { get; set; }
}
