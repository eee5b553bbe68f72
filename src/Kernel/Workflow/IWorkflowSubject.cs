using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>Something that goes through a workflow.</summary>
public interface IWorkflowSubject
{
    Guid Id { get; }

    /// <summary>The workflow's name.</summary>
    string Workflow { get; }

    /// <summary>The version of its rules that this one goes by.</summary>
    int WorkflowNumber { get; }

    string State { get; }
    Area Area { get; }

    /// <summary>Goes to the state and records it. Only <see cref="WorkflowEngine"/> calls this.</summary>
    void Enter(string state, string transition, string? reason, DateTimeOffset at);
}

/// <summary>Something that must be true before a transition. Registered by name; the data says where it stands.</summary>
public interface IWorkflowGuard
{
    string Name { get; }

    /// <summary>What a person can mend; empty when the way is free.</summary>
    Task<IReadOnlyList<Problem>> CheckAsync(IWorkflowSubject subject, CancellationToken ct);
}

/// <summary>Something that happens with a transition, in its transaction.</summary>
public interface IWorkflowEffect
{
    string Name { get; }

    Task RunAsync(IWorkflowSubject subject, CancellationToken ct);
}

public static class WorkflowParts
{
    public static IServiceCollection AddGuard<T>(this IServiceCollection services)
        where T : class, IWorkflowGuard
        => services.AddScoped<IWorkflowGuard, T>();

    public static IServiceCollection AddEffect<T>(this IServiceCollection services)
        where T : class, IWorkflowEffect
        => services.AddScoped<IWorkflowEffect, T>();
}
