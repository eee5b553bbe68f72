using FluentMigrator;

namespace CommunityBusinessNetwork.Accounts.Migrations;

/// <summary>Sign-ins. Whoever was signed in before signs in once more.</summary>
[Migration(202611251040)]
public sealed class SessionTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("account_sessions")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("account_id").AsGuid().NotNullable().ForeignKey("accounts", "id")
            .WithColumn("stamp").AsString().NotNullable()
            .WithColumn("browser").AsString().NotNullable()
            .WithColumn("address").AsString().NotNullable()
            .WithColumn("has_second_factor").AsBoolean().NotNullable()
            .WithColumn("started_at").AsInt64().NotNullable()
            .WithColumn("seen_at").AsInt64().NotNullable()
            .WithColumn("ended_at").AsInt64().Nullable()
            .WithColumn("acts_for").AsGuid().Nullable()
            .WithColumn("acts_until").AsInt64().Nullable();
        Create.Index("ix_account_sessions_account_id_seen_at").OnTable("account_sessions").OnColumn("account_id").Ascending().OnColumn("seen_at").Ascending();
    }
}
