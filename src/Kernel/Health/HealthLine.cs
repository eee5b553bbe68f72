using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Health;

/// <summary>Whether a part of the site does its work.</summary>
public enum HealthState
{
    Fine,
    Warning,
    Broken,
}

/// <summary>One part of the site, how it does, and what to do about it.</summary>
/// <param name="NameKey">The message that names the part.</param>
/// <param name="TextKey">The message that says how it does.</param>
/// <param name="AdviceKey">The message that says what to do; null where nothing is to be done.</param>
public sealed record HealthLine(string NameKey, HealthState State, string TextKey, string? AdviceKey, params IReadOnlyList<(string Name, object Value)> Args)
{
    public static HealthLine Fine(string nameKey, string textKey, params IReadOnlyList<(string Name, object Value)> args) => new(nameKey, HealthState.Fine, textKey, null, args);
}

/// <summary>Looks at a part of the site, now. It throws nothing that the part can cause.</summary>
public interface IHealthSource
{
    Task<IReadOnlyList<HealthLine>> CheckAsync(CancellationToken ct);
}

public static class HealthSources
{
    public static IServiceCollection AddHealthSource<T>(this IServiceCollection services)
        where T : class, IHealthSource
        => services.AddScoped<IHealthSource, T>();
}
