using System.Linq.Expressions;
using CommunityBusinessNetwork.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Tasks;

/// <summary>Something that waits for one person, with the one button that does it.</summary>
/// <param name="TextKey">The message that says what waits.</param>
/// <param name="Args">What fills its gaps, and those of the button.</param>
/// <param name="About">The place or group it is about, as data; empty when the text says it all.</param>
/// <param name="ButtonKey">The message on the button.</param>
/// <param name="DueAt">When it must be done; null when there is no date.</param>
public sealed record WorkTask(string TextKey, IReadOnlyList<(string Name, object Value)> Args, string About, string Url, string ButtonKey, DateTimeOffset? DueAt);

/// <summary>Which tasks are asked for.</summary>
/// <param name="Most">How many at most; 0 only counts.</param>
public sealed record TaskQuery(int Most)
{
    /// <summary>Only those of this kind of step.</summary>
    public string? Step { get; init; }

    /// <summary>Only those of this cycle.</summary>
    public Guid? Cycle { get; init; }

    /// <summary>Only those of things in this province, by its code.</summary>
    public string? Province { get; init; }
}

/// <summary>One kind of step of which tasks wait.</summary>
/// <param name="ButtonKey">The message that names it: what its button says.</param>
/// <param name="Args">What fills the gaps of that message.</param>
public sealed record TaskStep(string Key, string ButtonKey, IReadOnlyList<(string Name, object Value)> Args, int Count);

/// <summary>What waits for a person in one module. Bounded: a source answers with its most urgent ones and how many there are of each step.</summary>
public interface ITaskSource
{
    Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct);
}

/// <summary>The most urgent tasks, and all steps of which any wait, also those that were not asked for.</summary>
public sealed record TaskList(IReadOnlyList<WorkTask> Tasks, IReadOnlyList<TaskStep> Steps)
{
    public static readonly TaskList Empty = new([], []);

    /// <summary>How many there are of all steps.</summary>
    public int Total => Steps.Sum(s => s.Count);

    /// <summary>For a source that has few and knows them all.</summary>
    public static TaskList Of(IReadOnlyList<WorkTask> all, TaskQuery query)
        => new(
            [.. all.Where(t => query.Step is null || t.TextKey == query.Step).OrderBy(t => t.DueAt ?? DateTimeOffset.MaxValue).Take(query.Most)],
            [.. all.GroupBy(t => t.TextKey).Select(g => new TaskStep(g.Key, g.First().ButtonKey, g.First().Args, g.Count()))]);
}

/// <summary>Puts the tasks of several steps together: each is counted, and read only when it is asked for.</summary>
public sealed class TaskGathering(TaskQuery query)
{
    private readonly List<WorkTask> _tasks = [];
    private readonly List<TaskStep> _steps = [];

    public TaskList List => new([.. _tasks.OrderBy(t => t.DueAt ?? DateTimeOffset.MaxValue).Take(query.Most)], _steps);

    /// <param name="step">With its count.</param>
    /// <param name="read">The most urgent ones, so many at most.</param>
    public async Task AddAsync(TaskStep step, Func<int, Task<IEnumerable<WorkTask>>> read)
    {
        if (step.Count == 0)
        {
            return;
        }

        _steps.Add(step);

        if (query.Most > 0 && (query.Step is null || query.Step == step.Key))
        {
            _tasks.AddRange(await read(query.Most));
        }
    }
}

public static class TaskSources
{
    public static IServiceCollection AddTaskSource<T>(this IServiceCollection services)
        where T : class, ITaskSource
        => services.AddScoped<ITaskSource, T>();

    /// <summary>The rows of the cycle and the province that were asked for.</summary>
    public static IQueryable<T> AskedFor<T>(this IQueryable<T> rows, TaskQuery query, Expression<Func<T, Guid>> cycle, Expression<Func<T, string>> area)
    {
        var found = rows;

        if (query.Cycle is { } wanted)
        {
            Expression<Func<Guid>> value = () => wanted;
            found = found.Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(cycle.Body, value.Body), cycle.Parameters));
        }

        return query.Province is { } province ? found.WithinAreas([Area.Province(province)], area) : found;
    }
}
