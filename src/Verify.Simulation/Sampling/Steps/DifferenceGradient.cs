namespace Verify.Simulation.Sampling.Steps;

/// <summary>
/// The gradient of a scalar by the entries of a parameter, by central differences of fourth order, (8 (f(h) - f(-h)) - (f(2h) - f(-2h))) / 12h, sample by sample.
/// The distance from the difference of second order bounds the error where the fourth derivative is small, and is exact for none: it is reported as a bound.
/// </summary>
/// <param name="parameter">The parameter where the gradient is taken.</param>
/// <param name="moved">The first of the parameter's own rows, which the body's steps read.</param>
/// <param name="step">h.</param>
/// <param name="body">The steps that depend on the parameter.</param>
/// <param name="value">The body's value, without its scale.</param>
/// <param name="scale">The scale of the body's value.</param>
/// <param name="firstOutput">The first row of the gradient.</param>
/// <param name="bound">The row of the error bound, the largest over the entries.</param>
internal sealed class DifferenceGradient(
    LaneMatrix parameter, int moved, double step, IReadOnlyList<Step> body, Entry value, double scale, int firstOutput, int bound) : Step
{
    private static readonly double[] Places = [1, -1, 2, -2];

    /// <inheritdoc/>
    public override long Cost => parameter.Entries.Length * (Places.Length * body.Sum(part => part.Cost));

    /// <inheritdoc/>
    public override void Run(Workspace workspace)
    {
        Span<double> values = stackalloc double[Places.Length * workspace.Batch];
        workspace.Row(bound).Clear();
        for (var entry = 0; entry < parameter.Entries.Length; entry++)
        {
            Restore(workspace, entry);
        }

        for (var entry = 0; entry < parameter.Entries.Length; entry++)
        {
            for (var place = 0; place < Places.Length; place++)
            {
                Restore(workspace, entry);
                foreach (ref var x in workspace.Row(moved + entry))
                {
                    x += Places[place] * step;
                }

                foreach (var part in body)
                {
                    part.Run(workspace);
                }

                Copy(workspace, value, scale, values.Slice(place * workspace.Batch, workspace.Batch));
            }

            Restore(workspace, entry);
            Combine(workspace, values, entry);
        }
    }

    private void Restore(Workspace workspace, int entry) => Copy(workspace, parameter.Entries[entry], parameter.Scale, workspace.Row(moved + entry));

    private static void Copy(Workspace workspace, Entry from, double scale, Span<double> to)
    {
        if (from.IsConstant)
        {
            to.Fill(scale * from.Constant);
            return;
        }

        var row = workspace.Row(from.Index);
        for (var lane = 0; lane < to.Length; lane++)
        {
            to[lane] = scale * row[lane];
        }
    }

    private void Combine(Workspace workspace, ReadOnlySpan<double> values, int entry)
    {
        var batch = workspace.Batch;
        var output = workspace.Row(firstOutput + entry);
        var bounds = workspace.Row(bound);
        for (var lane = 0; lane < batch; lane++)
        {
            var near = values[lane] - values[batch + lane];
            var far = values[(2 * batch) + lane] - values[(3 * batch) + lane];
            output[lane] = ((8 * near) - far) / (12 * step);
            var rounding = 4e-16 * (Math.Abs(values[lane]) + Math.Abs(values[(2 * batch) + lane])) / step;
            bounds[lane] = Math.Max(bounds[lane], Math.Abs((near / (2 * step)) - output[lane]) + rounding);
        }
    }
}
