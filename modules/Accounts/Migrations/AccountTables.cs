using FluentMigrator;

namespace CommunityBusinessNetwork.Accounts.Migrations;

/// <summary>People who may sign in.</summary>
[Migration(202611241001)]
public sealed class AccountTables : ForwardOnlyMigration
{
    public override void Up()
        => Create.Table("accounts")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("user_name").AsString().NotNullable()
            .WithColumn("normalized_user_name").AsString().NotNullable().Unique("ix_accounts_normalized_user_name")
            .WithColumn("display_name").AsString().NotNullable()
            .WithColumn("roles").AsString().NotNullable()
            .WithColumn("password_hash").AsString().Nullable()
            .WithColumn("security_stamp").AsString().NotNullable()
            .WithColumn("access_failed_count").AsInt32().NotNullable()
            .WithColumn("locked_until").AsInt64().Nullable()
            .WithColumn("authenticator_key").AsString().Nullable()
            .WithColumn("two_factor_enabled").AsBoolean().NotNullable()
            .WithColumn("is_demo").AsBoolean().NotNullable();
}
