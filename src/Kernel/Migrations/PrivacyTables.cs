using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>Personal values outside of the audit's hashed text, and what retention rules have deleted.</summary>
[Migration(202611250051)]
public sealed class PrivacyTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("audit_personal")
            .WithColumn("number").AsInt64().PrimaryKey()
            .WithColumn("name").AsString().PrimaryKey()
            .WithColumn("subject_id").AsGuid().NotNullable().Indexed("ix_audit_personal_subject_id")
            .WithColumn("salt").AsString().Nullable()
            .WithColumn("value").AsString().Nullable();

        Create.Table("retention_runs")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("rule").AsString().NotNullable()
            .WithColumn("before").AsInt64().NotNullable()
            .WithColumn("count").AsInt32().NotNullable()
            .WithColumn("at").AsInt64().NotNullable().Indexed("ix_retention_runs_at");
    }
}
