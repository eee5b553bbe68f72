using FluentMigrator;

namespace CommunityBusinessNetwork.Accounts.Migrations;

/// <summary>Requests of the persons concerned.</summary>
[Migration(202611251050)]
public sealed class PrivacyRequests : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("privacy_requests")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("number").AsString().NotNullable().Unique("ix_privacy_requests_number")
            .WithColumn("asked").AsString().NotNullable()
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("contact").AsString().NotNullable()
            .WithColumn("details").AsString().NotNullable()
            .WithColumn("received_at").AsInt64().NotNullable()
            .WithColumn("due_at").AsInt64().NotNullable()
            .WithColumn("state").AsString().NotNullable()
            .WithColumn("assignee_id").AsString().Nullable()
            .WithColumn("identity_note").AsString().Nullable()
            .WithColumn("answer").AsString().Nullable()
            .WithColumn("closed_at").AsInt64().Nullable();
        Create.Index("ix_privacy_requests_state_due_at").OnTable("privacy_requests").OnColumn("state").Ascending().OnColumn("due_at").Ascending();
    }
}
