using FluentMigrator;

namespace CommunityBusinessNetwork.Notices.Migrations;

/// <summary>Rules of reminders, and of what they have reminded already.</summary>
[Migration(202611251302)]
public sealed class ReminderTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("reminder_rules")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("due_key").AsString().NotNullable()
            .WithColumn("hours").AsInt32().NotNullable()
            .WithColumn("role").AsString().NotNullable()
            .WithColumn("is_on").AsBoolean().NotNullable();
        Create.Index("ix_reminder_rules_due_key_hours_role").OnTable("reminder_rules")
            .OnColumn("due_key").Ascending().OnColumn("hours").Ascending().OnColumn("role").Ascending().WithOptions().Unique();

        Create.Table("reminder_marks")
            .WithColumn("rule_id").AsGuid().PrimaryKey().ForeignKey("reminder_rules", "id")
            .WithColumn("entry_id").AsGuid().PrimaryKey()
            .WithColumn("at").AsInt64().NotNullable();
    }
}
