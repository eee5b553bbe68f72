using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>Who published which rules of a workflow, and the drafts. What was there had come by recipe.</summary>
[Migration(202611250060)]
public sealed class WorkflowDraftTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("workflow_definitions")
            .AddColumn("from_recipe").AsBoolean().NotNullable().WithDefaultValue(true)
            .AddColumn("author_id").AsString().Nullable()
            .AddColumn("published_at").AsInt64().Nullable()
            .AddColumn("comment").AsString().Nullable();

        Create.Table("workflow_drafts")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("name").AsString().NotNullable().Unique("ix_workflow_drafts_name")
            .WithColumn("rules").AsString().NotNullable()
            .WithColumn("author_id").AsString().Nullable()
            .WithColumn("changed_at").AsInt64().NotNullable();
    }
}
