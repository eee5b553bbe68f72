using FluentMigrator;

namespace CommunityBusinessNetwork.Notices.Migrations;

/// <summary>Notices, and the words that staff chose for them.</summary>
[Migration(202611251301)]
public sealed class NoticeTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("notices")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("key").AsString().NotNullable().Unique("ix_notices_key")
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("recipient_id").AsString().NotNullable()
            .WithColumn("recipient_name").AsString().NotNullable()
            .WithColumn("recipient_email").AsString().NotNullable()
            .WithColumn("language").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("subject").AsString().NotNullable()
            .WithColumn("body").AsString().NotNullable()
            .WithColumn("state").AsString().NotNullable()
            .WithColumn("cause").AsString().Nullable()
            .WithColumn("made_at").AsInt64().NotNullable().Indexed("ix_notices_made_at")
            .WithColumn("due_at").AsInt64().NotNullable()
            .WithColumn("in_digest").AsBoolean().NotNullable()
            .WithColumn("sent_at").AsInt64().Nullable()
            .WithColumn("error").AsString().Nullable()
            .WithColumn("tries").AsInt32().NotNullable();
        Create.Index("ix_notices_state_due_at").OnTable("notices").OnColumn("state").Ascending().OnColumn("due_at").Ascending();

        // A site that has been at work for months tells nobody of what is past.
        Execute.Sql("insert into consumer_positions (consumer, number) select 'CommunityBusinessNetwork.Notices.Happenings.TellPeople', coalesce(max(number), 0) from outbox");

        Create.Table("notice_templates")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("language").AsString().NotNullable()
            .WithColumn("subject").AsString().NotNullable()
            .WithColumn("body").AsString().NotNullable();
        Create.Index("ix_notice_templates_kind_language").OnTable("notice_templates").OnColumn("kind").Ascending().OnColumn("language").Ascending().WithOptions().Unique();
    }
}
