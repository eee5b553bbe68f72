using FluentMigrator;

namespace CommunityBusinessNetwork.Plans.Migrations;

/// <summary>Plans, their budget lines, what was submitted.</summary>
[Migration(202611241701)]
public sealed class PlanTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("plans")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("entry_id").AsGuid().NotNullable().Unique("ix_plans_entry_id").ForeignKey("fk_plans_entry_id", "entries", "id")
            .WithColumn("cycle_id").AsGuid().NotNullable()
            .WithColumn("area_path").AsString().NotNullable().Indexed("ix_plans_area_path")
            .WithColumn("form_number").AsInt32().NotNullable()
            .WithColumn("answers").AsString().NotNullable()
            .WithColumn("started_at").AsInt64().NotNullable()
            .WithColumn("saved_at").AsInt64().NotNullable();

        Create.Table("plan_budget_lines")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("plan_id").AsGuid().NotNullable().Indexed("ix_plan_budget_lines_plan_id").ForeignKey("fk_plan_budget_lines_plan_id", "plans", "id")
            .WithColumn("seq").AsInt32().NotNullable()
            .WithColumn("category").AsString().NotNullable()
            .WithColumn("description").AsString().NotNullable()
            .WithColumn("unit").AsString().NotNullable()
            .WithColumn("quantity").AsDecimal(12, 2).Nullable()
            .WithColumn("unit_price").AsInt64().Nullable()
            .WithColumn("amount").AsInt64().NotNullable()
            .WithColumn("priority").AsInt32().Nullable()
            .WithColumn("procurement").AsString().NotNullable()
            .WithColumn("basis").AsString().NotNullable()
            .WithColumn("cuts").AsString().NotNullable()
            .WithColumn("activity").AsString().Nullable();

        Create.Table("plan_versions")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("plan_id").AsGuid().NotNullable().Indexed("ix_plan_versions_plan_id").ForeignKey("fk_plan_versions_plan_id", "plans", "id")
            .WithColumn("entry_id").AsGuid().NotNullable()
            .WithColumn("number").AsInt32().NotNullable()
            .WithColumn("content").AsString().NotNullable()
            .WithColumn("sha256").AsString().NotNullable()
            .WithColumn("taken_at").AsInt64().NotNullable();
        Create.Index("ix_plan_versions_entry_id_number").OnTable("plan_versions").OnColumn("entry_id").Ascending().OnColumn("number").Ascending().WithOptions().Unique();
    }
}
