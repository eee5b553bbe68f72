using FluentMigrator;

namespace CommunityBusinessNetwork.Accounts.Migrations;

/// <summary>Addresses, closed accounts, recovery codes, roles as rows, and links that set a password.</summary>
[Migration(202611251001)]
public sealed class PeopleColumns : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("accounts")
            .AddColumn("email").AsString().Nullable()
            .AddColumn("normalized_email").AsString().Nullable()
            .AddColumn("recovery_codes").AsString().NotNullable().WithDefaultValue("[]")
            .AddColumn("closed_at").AsInt64().Nullable();
        Create.Index("ix_accounts_normalized_email").OnTable("accounts").OnColumn("normalized_email");

        Create.Table("account_roles")
            .WithColumn("account_id").AsGuid().PrimaryKey().ForeignKey("accounts", "id")
            .WithColumn("role").AsString().PrimaryKey()
            .WithColumn("area_path").AsString().PrimaryKey();
        Create.Index("ix_account_roles_role_area_path").OnTable("account_roles").OnColumn("role").Ascending().OnColumn("area_path").Ascending();

        IfDatabase(name => name.StartsWith("SQLite", StringComparison.OrdinalIgnoreCase)).Execute.Sql(
            "insert or ignore into account_roles (account_id, role, area_path) select a.id, json_extract(r.value, '$.Role'), json_extract(r.value, '$.Area.Path') from accounts a, json_each(a.roles) r");
        IfDatabase(name => name.StartsWith("Postgre", StringComparison.OrdinalIgnoreCase)).Execute.Sql(
            "insert into account_roles (account_id, role, area_path) select a.id, r ->> 'Role', r -> 'Area' ->> 'Path' from accounts a cross join lateral jsonb_array_elements(a.roles::jsonb) r on conflict do nothing");

        Create.Table("account_links")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("account_id").AsGuid().NotNullable().ForeignKey("accounts", "id").Indexed("ix_account_links_account_id")
            .WithColumn("purpose").AsString().NotNullable()
            .WithColumn("token_hash").AsString().NotNullable().Unique("ix_account_links_token_hash")
            .WithColumn("expires_at").AsInt64().NotNullable()
            .WithColumn("mailed_for").AsInt64().Nullable();
    }
}
