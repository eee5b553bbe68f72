using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>One version of a workflow's rules. What runs keeps the number it began with.</summary>
public sealed class WorkflowDefinition : Entity
{
    private WorkflowDefinition()
    {
    }

    public WorkflowDefinition(string name, int number, WorkflowRules rules)
    {
        (Name, Number, Rules) = (name, number, rules);
        Record(new WorkflowDefined(name, number));
    }

    public string Name { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public WorkflowRules Rules { get; private set; } = null!;
}

/// <summary>A workflow got new rules.</summary>
public sealed record WorkflowDefined(string Workflow, int Number) : DomainEvent;

internal sealed class WorkflowDefinitionTable : IEntityTypeConfiguration<WorkflowDefinition>
{
    public void Configure(EntityTypeBuilder<WorkflowDefinition> builder)
    {
        builder.ToTable("workflow_definitions");
        builder.HasIndex(w => new { w.Name, w.Number }).IsUnique();
        builder.Property(w => w.Rules).AsJson();
    }
}
