using FluentMigrator;

namespace CommunityBusinessNetwork.Contents.Migrations;

/// <summary>Lists of items that people keep under a name.</summary>
[Migration(202611251140)]
public sealed class ViewTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("content_views")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("owner_id").AsString().NotNullable()
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("query").AsString().NotNullable()
            .WithColumn("shared").AsBoolean().NotNullable().Indexed("ix_content_views_shared");
        Create.Index("ix_content_views_owner_id_name").OnTable("content_views").OnColumn("owner_id").Ascending().OnColumn("name").Ascending().WithOptions().Unique();
    }
}
