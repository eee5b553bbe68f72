using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>One version of a workflow's rules. What runs keeps the number it began with until somebody moves it.</summary>
public sealed class WorkflowDefinition : Entity
{
    private WorkflowDefinition()
    {
    }

    /// <summary>Rules that a recipe brought.</summary>
    public WorkflowDefinition(string name, int number, WorkflowRules rules)
    {
        (Name, Number, Rules, FromRecipe) = (name, number, rules, true);
        Record(new WorkflowDefined(name, number));
    }

    /// <summary>Rules that a person published.</summary>
    public WorkflowDefinition(string name, int number, WorkflowRules rules, Publishing publishing)
    {
        (Name, Number, Rules) = (name, number, rules);
        (AuthorId, PublishedAt, Comment) = (publishing.AuthorId, publishing.At, publishing.Comment);
        Record(new WorkflowDefined(name, number) { Reason = publishing.Comment });
    }

    public string Name { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public WorkflowRules Rules { get; private set; } = null!;

    /// <summary>Whether a recipe brought it; otherwise a person published it, and no recipe takes its place by itself.</summary>
    public bool FromRecipe { get; private set; }

    /// <summary>Who published it; null for one that came by recipe.</summary>
    public string? AuthorId { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>What was changed and why, in the author's words.</summary>
    public string? Comment { get; private set; }
}

/// <summary>By whom, when and why rules were published.</summary>
public sealed record Publishing(string AuthorId, DateTimeOffset At, string Comment);

/// <summary>A workflow got new rules.</summary>
public sealed record WorkflowDefined(string Workflow, int Number) : DomainEvent;

/// <summary>Rules that somebody is still writing: at most one of each workflow. Nothing goes by them.</summary>
public sealed class WorkflowDraft : Entity
{
    private WorkflowDraft()
    {
    }

    public WorkflowDraft(string name) => Name = name;

    public string Name { get; private set; } = "";

    public WorkflowRules Rules { get; private set; } = null!;

    /// <summary>Who wrote it last; null for a recipe.</summary>
    public string? AuthorId { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <param name="published">What they are compared with, for the record.</param>
    public void Write(WorkflowRules rules, WorkflowRules published, string? authorId, DateTimeOffset at)
    {
        (Rules, AuthorId, ChangedAt) = (rules, authorId, at);
        Record(new WorkflowDrafted(Name, WorkflowComparison.Of(published, rules).Names()));
    }

    /// <summary>Recorded before it is removed.</summary>
    public void Discard() => Record(new WorkflowDraftDiscarded(Name));
}

/// <summary>The draft of a workflow was written; these states and transitions differ from what is published.</summary>
public sealed record WorkflowDrafted(string Workflow, IReadOnlyList<string> Different) : DomainEvent;

/// <summary>The draft of a workflow was thrown away.</summary>
public sealed record WorkflowDraftDiscarded(string Workflow) : DomainEvent;

internal sealed class WorkflowDefinitionTable : IEntityTypeConfiguration<WorkflowDefinition>
{
    public void Configure(EntityTypeBuilder<WorkflowDefinition> builder)
    {
        builder.ToTable("workflow_definitions");
        builder.HasIndex(w => new { w.Name, w.Number }).IsUnique();
        builder.Property(w => w.Rules).AsJson();
    }
}

internal sealed class WorkflowDraftTable : IEntityTypeConfiguration<WorkflowDraft>
{
    public void Configure(EntityTypeBuilder<WorkflowDraft> builder)
    {
        builder.ToTable("workflow_drafts");
        builder.HasIndex(w => w.Name).IsUnique();
        builder.Property(w => w.Rules).AsJson();
    }
}
