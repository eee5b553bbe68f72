using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Deployment;

/// <summary>
/// Writes one kind of thing as recipe steps that make it again on another site (Orchard's deployment source).
/// Nothing in them is of this site alone, no number of a version and no time, so that export, import and export give the same text.
/// </summary>
public interface IDeploymentSource
{
    /// <summary>The name of the recipe step, "Roles".</summary>
    string Name { get; }

    /// <summary>What a person reads beside the box to tick.</summary>
    string TextKey { get; }

    /// <summary>What else she should know before another system reads it; null when nothing.</summary>
    string? NoteKey => null;

    /// <summary>The steps, none when there is nothing of it.</summary>
    Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct);
}

public static class DeploymentSources
{
    /// <summary>Sources are written into a recipe in the order in which they were added.</summary>
    public static IServiceCollection AddDeploymentSource<T>(this IServiceCollection services)
        where T : class, IDeploymentSource
        => services.AddScoped<IDeploymentSource, T>();
}
