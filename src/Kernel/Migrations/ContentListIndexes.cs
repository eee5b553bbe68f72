using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>Indexes that answer the list of all items by themselves: counting and skipping a hundred thousand rows must not read their documents.</summary>
[Migration(202611250041)]
public sealed class ContentListIndexes : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Index("ix_content_items_list").OnTable("content_items")
            .OnColumn("modified_utc").Descending().OnColumn("item_id").Ascending()
            .OnColumn("latest").Ascending().OnColumn("trashed_utc").Ascending().OnColumn("content_type").Ascending().OnColumn("area_path").Ascending()
            .OnColumn("published").Ascending().OnColumn("author").Ascending().OnColumn("display_text").Ascending().OnColumn("id").Ascending();
        Create.Index("ix_content_items_list_title").OnTable("content_items")
            .OnColumn("sort_key").Ascending().OnColumn("item_id").Ascending()
            .OnColumn("latest").Ascending().OnColumn("trashed_utc").Ascending().OnColumn("content_type").Ascending().OnColumn("area_path").Ascending()
            .OnColumn("published").Ascending().OnColumn("id").Ascending();
        Create.Index("ix_content_items_list_type").OnTable("content_items")
            .OnColumn("content_type").Ascending().OnColumn("sort_key").Ascending().OnColumn("item_id").Ascending()
            .OnColumn("latest").Ascending().OnColumn("trashed_utc").Ascending().OnColumn("area_path").Ascending()
            .OnColumn("published").Ascending().OnColumn("author").Ascending().OnColumn("modified_utc").Ascending().OnColumn("display_text").Ascending().OnColumn("id").Ascending();
        Delete.Index("ix_content_items_latest_modified_utc").OnTable("content_items");
        Delete.Index("ix_content_items_content_type_latest_sort_key").OnTable("content_items");
    }
}
