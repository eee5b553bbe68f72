using FluentMigrator;

namespace CommunityBusinessNetwork.Clips.Migrations;

/// <summary>The clips of entries.</summary>
[Migration(202611241801)]
public sealed class ClipTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("clips")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("entry_id").AsGuid().NotNullable().ForeignKey("fk_clips_entry_id", "entries", "id")
            .WithColumn("cycle_id").AsGuid().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("file_id").AsGuid().NotNullable().Indexed("ix_clips_file_id").ForeignKey("fk_clips_file_id", "stored_files", "id")
            .WithColumn("content_type").AsString().NotNullable()
            .WithColumn("duration_ms").AsInt32().NotNullable()
            .WithColumn("title").AsString().NotNullable()
            .WithColumn("consent_given").AsBoolean().NotNullable()
            .WithColumn("covers_past").AsBoolean().NotNullable()
            .WithColumn("covers_future").AsBoolean().NotNullable()
            .WithColumn("captions_file_id").AsGuid().Nullable()
            .WithColumn("uploaded_at").AsInt64().NotNullable();
        Create.Index("ix_clips_entry_id_kind").OnTable("clips").OnColumn("entry_id").Ascending().OnColumn("kind").Ascending().WithOptions().Unique();
    }
}
