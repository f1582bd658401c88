using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>What the entries of a node say.</summary>
internal enum NodeKind
{
    /// <summary>One number.</summary>
    Scalar,

    /// <summary>The n diagonal entries of an n × n matrix that has no others.</summary>
    Diagonal,

    /// <summary>All entries, row by row.</summary>
    Dense,
}

/// <summary>
/// A value of a compiled program, in an array of its own that every run overwrites: a constant (known when compiled), the value of a variable, or what a step
/// computes from earlier nodes. The order of <see cref="Id"/> is an order of computation.
/// </summary>
internal sealed class Node(int id, NodeKind kind, int rows, int columns, double[] values)
{
    /// <summary>A number of its own, larger than those of the nodes it is computed from.</summary>
    public int Id => id;

    /// <summary>What the entries say.</summary>
    public NodeKind Kind => kind;

    /// <summary>The rows of the matrix.</summary>
    public int Rows => rows;

    /// <summary>The columns of the matrix.</summary>
    public int Columns => columns;

    /// <summary>The entries: 1, n, or rows times columns.</summary>
    public double[] Values => values;

    /// <summary>The derivative of the output by each entry, where a sweep needs it. Null for constants.</summary>
    public double[]? Adjoints { get; set; }

    /// <summary>What computes the values; null for constants and variables.</summary>
    public Step? Step { get; set; }

    /// <summary>Whether the values stay as they are.</summary>
    public bool IsConstant { get; set; }

    /// <summary>Whether the node is known to equal its transpose.</summary>
    public bool IsSymmetric { get; set; } = kind != NodeKind.Dense;

    /// <summary>The one number of a scalar.</summary>
    public double Value => values[0];

    /// <summary>The Frobenius norm.</summary>
    public double Norm() => Math.Sqrt(Arithmetic.Entries.Dot(values, values));
}
