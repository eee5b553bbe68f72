using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>Which permissions the site has met: those that any of its roles holds, so that only newer ones are granted.</summary>
[Migration(202611250040)]
public sealed class KnownPermissions : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("known_permissions").WithColumn("name").AsString().PrimaryKey();
        IfDatabase(name => name.StartsWith("SQLite", StringComparison.OrdinalIgnoreCase)).Execute.Sql(
            "insert into known_permissions (name) select distinct p.value from roles r, json_each(r.permissions) p");
        IfDatabase(name => name.StartsWith("Postgre", StringComparison.OrdinalIgnoreCase)).Execute.Sql(
            "insert into known_permissions (name) select distinct p.value from roles r cross join lateral jsonb_array_elements_text(r.permissions::jsonb) p(value)");
    }
}
