using System.Diagnostics;

namespace CommunityBusinessNetwork.Web.Demo.Playing;

/// <summary>What happened in each step of the programme, how often, and how long it took.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, Step> _steps = [];

    /// <summary>In the order in which they began.</summary>
    public IReadOnlyCollection<Step> Steps => _steps.Values;

    public void Count(string step, string what, int times = 1)
    {
        var counts = Of(step).Counts;
        counts[what] = counts.GetValueOrDefault(what) + times;
    }

    /// <summary>Adds the time that the work takes to its step.</summary>
    public async Task TimeAsync(string step, Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        Of(step).Time += Stopwatch.GetElapsedTime(begun);
    }

    private Step Of(string name)
    {
        if (!_steps.TryGetValue(name, out var step))
        {
            step = new(name);
            _steps.Add(name, step);
        }

        return step;
    }

    internal sealed class Step(string name)
    {
        public string Name => name;
        public Dictionary<string, int> Counts { get; } = [];
        public TimeSpan Time { get; set; }
    }
}
