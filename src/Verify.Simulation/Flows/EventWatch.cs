namespace Verify.Simulation.Flows;

/// <summary>Looks for the first event along a path, step by step, and cuts the step in which it happens.</summary>
internal sealed class EventWatch
{
    // A zero is located to this fraction of the step.
    private const double Sharpness = 1e-13;
    private const int MostTries = 100;
    private readonly IVectorField _field;
    private readonly IReadOnlyList<FlowEvent> _events;
    private readonly IFlowStep _step;
    private readonly double[] _before;
    private readonly double[] _state;
    private readonly double[] _rate;

    /// <summary>Watches the steps that a stepper shows, from where it stands.</summary>
    public EventWatch(IVectorField field, IReadOnlyList<FlowEvent> events, IFlowStep step)
    {
        (_field, _events, _step, Seen) = (field, events, step, step);
        (_before, _state, _rate) = (new double[events.Count], new double[field.Dimension], new double[field.Dimension]);
        for (var i = 0; i < events.Count; i++)
        {
            _before[i] = events[i].Quantity(step.End, step.EndState, step.EndRate);
            Happened ??= _before[i] <= 0 ? events[i] : null;
        }
    }

    /// <summary>The event that happened, if one did.</summary>
    public FlowEvent? Happened { get; private set; }

    /// <summary>The last step, up to the event where one happened in it.</summary>
    public IFlowStep Seen { get; private set; }

    /// <summary>Looks at the step just made. Of several events the earliest counts.</summary>
    public void See()
    {
        var earliest = double.PositiveInfinity;
        for (var i = 0; i < _events.Count; i++)
        {
            var after = _events[i].Quantity(_step.End, _step.EndState, _step.EndRate);
            if (after <= 0 && Locate(_events[i], _before[i], after) is var time && time < earliest)
            {
                (earliest, Happened) = (time, _events[i]);
            }

            _before[i] = after;
        }

        if (Happened is not null && earliest < _step.End)
        {
            At(earliest);
            Seen = new CutStep(_step, earliest, _state, _rate);
        }
    }

    // Regula falsi with the Illinois weights, and a halving where three tries have not halved the bracket. Ends right of the zero.
    private double Locate(FlowEvent what, double before, double after)
    {
        var (left, right, leftValue, rightValue) = (_step.Start, _step.End, before, after);
        var (sharp, width, slow) = (Sharpness * (right - left), right - left, 0);
        for (var tries = 0; tries < MostTries && right - left > sharp; tries++)
        {
            slow = right - left <= width / 2 ? 0 : slow + 1;
            width = slow == 0 ? right - left : width;
            var falsi = right - ((right - left) * (rightValue / (rightValue - leftValue)));
            var middle = slow >= 3 || !(falsi > left && falsi < right) ? left + ((right - left) / 2) : Math.Clamp(falsi, left + (sharp / 2), right - (sharp / 2));
            if (middle <= left || middle >= right)
            {
                break;
            }

            At(middle);
            var value = what.Quantity(middle, _state, _rate);
            if (value <= 0)
            {
                (right, rightValue, leftValue) = (middle, value, leftValue / 2);
            }
            else
            {
                (left, leftValue, rightValue) = (middle, value, rightValue / 2);
            }
        }

        return right;
    }

    private void At(double time)
    {
        _step.Interpolate(time, _state);
        _field.Rate(_state, _rate);
    }
}
