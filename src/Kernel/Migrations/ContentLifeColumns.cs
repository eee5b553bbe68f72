using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>Comment, trash and times of publishing of content items; an index for the list of all of them.</summary>
[Migration(202611250011)]
public sealed class ContentLifeColumns : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("content_items")
            .AddColumn("comment").AsString().Nullable()
            .AddColumn("trashed_utc").AsInt64().Nullable()
            .AddColumn("publish_at_utc").AsInt64().Nullable()
            .AddColumn("unpublish_at_utc").AsInt64().Nullable();
        Create.Index("ix_content_items_latest_modified_utc").OnTable("content_items").OnColumn("latest").Ascending().OnColumn("modified_utc").Ascending();
    }
}
