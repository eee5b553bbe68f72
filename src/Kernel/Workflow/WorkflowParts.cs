using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>What the modules have for rules to name: guards, effects, due dates, and the transitions that code takes.</summary>
public sealed class WorkflowParts(
    IEnumerable<IWorkflowGuard> guards, IEnumerable<IWorkflowEffect> effects, IEnumerable<IWorkflowSubjects> subjects, IEnumerable<CodedTransition> coded)
{
    public IReadOnlyList<IWorkflowSubjects> Subjects { get; } = [.. subjects];

    /// <summary>Without the holders of roles, which are counted where somebody reads of them.</summary>
    public WorkflowVocabulary Vocabulary { get; } = new(
        [.. guards.Select(g => g.Name)], [.. effects.Select(e => e.Name)], [.. subjects.SelectMany(s => s.DueKeys)], [.. coded], null);

    /// <summary>The module that runs a workflow, and how it calls it; null when there is none.</summary>
    public (IWorkflowSubjects Subjects, WorkflowName Name)? Find(string workflow)
        => Subjects.SelectMany(s => s.Workflows.Select(n => (s, n))).Where(x => x.n.Name == workflow).Select(x => ((IWorkflowSubjects, WorkflowName)?)x).FirstOrDefault();
}

public static class WorkflowServices
{
    public static IServiceCollection AddGuard<T>(this IServiceCollection services)
        where T : class, IWorkflowGuard
        => services.AddScoped<IWorkflowGuard, T>();

    public static IServiceCollection AddEffect<T>(this IServiceCollection services)
        where T : class, IWorkflowEffect
        => services.AddScoped<IWorkflowEffect, T>();

    public static IServiceCollection AddWorkflowSubjects<T>(this IServiceCollection services)
        where T : class, IWorkflowSubjects
        => services.AddScoped<IWorkflowSubjects, T>();

    /// <summary>Says which transitions of a workflow code takes by their names.</summary>
    public static IServiceCollection AddCodedTransitions(this IServiceCollection services, params IEnumerable<CodedTransition> transitions)
    {
        foreach (var transition in transitions)
        {
            services.AddSingleton(transition);
        }

        return services;
    }
}
