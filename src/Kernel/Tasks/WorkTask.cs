using CommunityBusinessNetwork.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Tasks;

/// <summary>Something that waits for one person, with the one button that does it.</summary>
/// <param name="TextKey">The message that says what waits.</param>
/// <param name="Args">What fills its gaps.</param>
/// <param name="About">The place or group it is about, as data; empty when the text says it all.</param>
/// <param name="ButtonKey">The message on the button.</param>
/// <param name="DueAt">When it must be done; null when there is no date.</param>
public sealed record WorkTask(string TextKey, IReadOnlyList<(string Name, object Value)> Args, string About, string Url, string ButtonKey, DateTimeOffset? DueAt);

/// <summary>What waits for a person in one module. Bounded: a source answers with its most urgent ones and how many there are.</summary>
public interface ITaskSource
{
    Task<TaskList> ForAsync(CurrentUser user, int most, CancellationToken ct);
}

/// <summary>The most urgent tasks and the number of all.</summary>
public sealed record TaskList(IReadOnlyList<WorkTask> Tasks, int Total)
{
    public static readonly TaskList Empty = new([], 0);
}

public static class TaskSources
{
    public static IServiceCollection AddTaskSource<T>(this IServiceCollection services)
        where T : class, ITaskSource
        => services.AddScoped<ITaskSource, T>();
}
