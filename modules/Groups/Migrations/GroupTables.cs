using FluentMigrator;

namespace CommunityBusinessNetwork.Groups.Migrations;

/// <summary>The index row of groups.</summary>
[Migration(202611241401)]
public sealed class GroupTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("group_index")
            .WithColumn("item_id").AsString().PrimaryKey()
            .WithColumn("code").AsString().NotNullable().Unique("ix_group_index_code")
            .WithColumn("slug").AsString().NotNullable().Unique("ix_group_index_slug")
            .WithColumn("name_th").AsString().NotNullable()
            .WithColumn("name_en").AsString().Nullable()
            .WithColumn("sort_key").AsString().NotNullable()
            .WithColumn("province_code").AsString().NotNullable().Indexed("ix_group_index_province_code")
            .WithColumn("region").AsString().NotNullable()
            .WithColumn("district_th").AsString().NotNullable()
            .WithColumn("village_th").AsString().NotNullable()
            .WithColumn("business_type").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("published").AsBoolean().NotNullable();
        Create.Index("ix_group_index_sort_key_item_id").OnTable("group_index").OnColumn("sort_key").Ascending().OnColumn("item_id").Ascending();
    }
}
