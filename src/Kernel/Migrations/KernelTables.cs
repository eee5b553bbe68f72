using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>Audit, outbox, roles, settings, files, workflow definitions, content.</summary>
[Migration(202611240001)]
public sealed class KernelTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("audit")
            .WithColumn("number").AsInt64().PrimaryKey()
            .WithColumn("subject_id").AsGuid().NotNullable().Indexed("ix_audit_subject_id")
            .WithColumn("subject").AsString().NotNullable()
            .WithColumn("event").AsString().NotNullable()
            .WithColumn("data").AsString().NotNullable()
            .WithColumn("actor_id").AsString().NotNullable()
            .WithColumn("on_behalf_of").AsString().Nullable()
            .WithColumn("reason").AsString().Nullable()
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("hash").AsString().NotNullable();

        Create.Table("outbox")
            .WithColumn("number").AsInt64().PrimaryKey()
            .WithColumn("subject_id").AsGuid().NotNullable()
            .WithColumn("event").AsString().NotNullable().Indexed("ix_outbox_event")
            .WithColumn("data").AsString().NotNullable();

        Create.Table("consumer_positions")
            .WithColumn("consumer").AsString().PrimaryKey()
            .WithColumn("number").AsInt64().NotNullable();

        Create.Table("roles")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("name").AsString().NotNullable().Unique("ix_roles_name")
            .WithColumn("description").AsString().NotNullable()
            .WithColumn("permissions").AsString().NotNullable();

        Create.Table("site_settings")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("name").AsString().NotNullable().Unique("ix_site_settings_name")
            .WithColumn("value").AsString().NotNullable();

        Create.Table("stored_files")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("content_type").AsString().NotNullable()
            .WithColumn("size").AsInt64().NotNullable()
            .WithColumn("sha256").AsString().NotNullable().Indexed("ix_stored_files_sha256")
            .WithColumn("purpose").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("owner_id").AsString().NotNullable()
            .WithColumn("kept_at").AsInt64().NotNullable();

        Create.Table("workflow_definitions")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("number").AsInt32().NotNullable()
            .WithColumn("rules").AsString().NotNullable();
        Create.Index("ix_workflow_definitions_name_number").OnTable("workflow_definitions")
            .OnColumn("name").Ascending().OnColumn("number").Ascending().WithOptions().Unique();

        Create.Table("content_types")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("number").AsInt32().NotNullable()
            .WithColumn("latest").AsBoolean().NotNullable()
            .WithColumn("definition").AsString().NotNullable();
        Create.Index("ix_content_types_name_number").OnTable("content_types")
            .OnColumn("name").Ascending().OnColumn("number").Ascending().WithOptions().Unique();

        Create.Table("content_items")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("item_id").AsString().NotNullable()
            .WithColumn("item_version_id").AsString().NotNullable()
            .WithColumn("number").AsInt32().NotNullable()
            .WithColumn("content_type").AsString().NotNullable()
            .WithColumn("type_number").AsInt32().NotNullable()
            .WithColumn("display_text").AsString().NotNullable()
            .WithColumn("sort_key").AsString().NotNullable()
            .WithColumn("latest").AsBoolean().NotNullable()
            .WithColumn("published").AsBoolean().NotNullable()
            .WithColumn("owner").AsString().NotNullable()
            .WithColumn("author").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("created_utc").AsInt64().NotNullable()
            .WithColumn("modified_utc").AsInt64().NotNullable()
            .WithColumn("published_utc").AsInt64().Nullable()
            .WithColumn("parts").AsString().NotNullable();
        Create.Index("ix_content_items_item_id_number").OnTable("content_items")
            .OnColumn("item_id").Ascending().OnColumn("number").Ascending().WithOptions().Unique();
        Create.Index("ix_content_items_content_type_latest_sort_key").OnTable("content_items")
            .OnColumn("content_type").Ascending().OnColumn("latest").Ascending().OnColumn("sort_key").Ascending();

        Create.Table("content_paths")
            .WithColumn("path").AsString().PrimaryKey()
            .WithColumn("item_id").AsString().NotNullable().Indexed("ix_content_paths_item_id");

        Create.Table("content_field_index")
            .WithColumn("item_id").AsString().PrimaryKey()
            .WithColumn("field").AsString().PrimaryKey()
            .WithColumn("text").AsString().Nullable()
            .WithColumn("number").AsDecimal(18, 2).Nullable()
            .WithColumn("date").AsDate().Nullable();
    }
}
