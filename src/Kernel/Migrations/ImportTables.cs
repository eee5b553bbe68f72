using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>Tables that wait to be taken in, and what was taken out.</summary>
[Migration(202611250050)]
public sealed class ImportTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("import_drafts")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("owner_id").AsString().NotNullable()
            .WithColumn("file_name").AsString().NotNullable()
            .WithColumn("typed").AsString().NotNullable()
            .WithColumn("options").AsString().NotNullable()
            .WithColumn("report").AsString().NotNullable()
            .WithColumn("made_at").AsInt64().NotNullable().Indexed("ix_import_drafts_made_at")
            .WithColumn("ran_at").AsInt64().Nullable();

        Create.Table("data_exports")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("format").AsString().NotNullable()
            .WithColumn("rows").AsInt32().NotNullable()
            .WithColumn("user_id").AsString().NotNullable()
            .WithColumn("at").AsInt64().NotNullable().Indexed("ix_data_exports_at");
    }
}
