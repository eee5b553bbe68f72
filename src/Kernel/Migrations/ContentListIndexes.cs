using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>Indexes that answer the list of all items by themselves: counting and skipping a hundred thousand rows must not read their documents.</summary>
[Migration(202611250041)]
public sealed class ContentListIndexes : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Index("ix_content_items_list").OnTable("content_items")
            .OnColumn("latest").Ascending().OnColumn("trashed_utc").Ascending().OnColumn("modified_utc").Descending().OnColumn("item_id").Ascending()
            .OnColumn("content_type").Ascending().OnColumn("area_path").Ascending().OnColumn("published").Ascending().OnColumn("author").Ascending().OnColumn("display_text").Ascending().OnColumn("id").Ascending();
        Create.Index("ix_content_items_list_title").OnTable("content_items")
            .OnColumn("latest").Ascending().OnColumn("trashed_utc").Ascending().OnColumn("sort_key").Ascending().OnColumn("item_id").Ascending()
            .OnColumn("content_type").Ascending().OnColumn("area_path").Ascending().OnColumn("id").Ascending();
        Delete.Index("ix_content_items_latest_modified_utc").OnTable("content_items");
    }
}
