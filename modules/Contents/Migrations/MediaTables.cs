using System.Data;
using CommunityBusinessNetwork.Contents.Items;
using FluentMigrator;

namespace CommunityBusinessNetwork.Contents.Migrations;

/// <summary>The media library: folders with their rights, files; and which version of an item names which file.</summary>
[Migration(202611251150)]
public sealed class MediaTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("media_folders")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("parent_id").AsGuid().Nullable().Indexed("ix_media_folders_parent_id")
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("path").AsString().NotNullable()
            .WithColumn("path_key").AsString().NotNullable().Unique("ix_media_folders_path_key")
            .WithColumn("sort_key").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("shared").AsBoolean().NotNullable();

        Create.Table("media_folder_roles")
            .WithColumn("folder_id").AsGuid().PrimaryKey().ForeignKey("fk_media_folder_roles_folder", "media_folders", "id").OnDelete(Rule.Cascade)
            .WithColumn("role").AsString().PrimaryKey()
            .WithColumn("changes").AsBoolean().PrimaryKey();

        Create.Table("media_files")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("folder_id").AsGuid().NotNullable().ForeignKey("fk_media_files_folder", "media_folders", "id")
            .WithColumn("file_id").AsGuid().NotNullable().Indexed("ix_media_files_file_id")
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("name_key").AsString().NotNullable()
            .WithColumn("sort_key").AsString().NotNullable()
            .WithColumn("search_text").AsString().NotNullable()
            .WithColumn("alt_th").AsString().NotNullable()
            .WithColumn("alt_en").AsString().NotNullable()
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("content_type").AsString().NotNullable()
            .WithColumn("size").AsInt64().NotNullable()
            .WithColumn("sha256").AsString().NotNullable()
            .WithColumn("width").AsInt32().Nullable()
            .WithColumn("height").AsInt32().Nullable()
            .WithColumn("revision").AsInt32().NotNullable()
            .WithColumn("owner_id").AsString().NotNullable()
            .WithColumn("added_at").AsInt64().NotNullable()
            .WithColumn("changed_at").AsInt64().NotNullable()
            .WithColumn("trashed_at").AsInt64().Nullable();
        Create.Index("ix_media_files_folder_id_name_key").OnTable("media_files")
            .OnColumn("folder_id").Ascending().OnColumn("name_key").Ascending().WithOptions().Unique();
        Create.Index("ix_media_files_folder_id_changed_at").OnTable("media_files")
            .OnColumn("folder_id").Ascending().OnColumn("changed_at").Ascending();

        Create.Table("content_file_uses")
            .WithColumn("file_id").AsGuid().PrimaryKey()
            .WithColumn("version_id").AsGuid().PrimaryKey().Indexed("ix_content_file_uses_version_id");
        Execute.WithConnection(FillUses);
    }

    /// <summary>Versions that were written before the table was there.</summary>
    private static void FillUses(IDbConnection connection, IDbTransaction transaction)
    {
        List<(object Version, string Parts)> versions = [];

        using (var read = connection.CreateCommand())
        {
            (read.Transaction, read.CommandText) = (transaction, "select id, parts from content_items where parts like '%FileIds%'");
            using var rows = read.ExecuteReader();

            while (rows.Read())
            {
                versions.Add((rows.GetValue(0), rows.GetString(1)));
            }
        }

        foreach (var (version, parts) in versions)
        {
            foreach (var file in IndexFileUses.NamedIn(parts))
            {
                using var write = connection.CreateCommand();
                (write.Transaction, write.CommandText) = (transaction, "insert into content_file_uses (file_id, version_id) values (@file, @version)");

                // The ids as the database keeps them: SQLite as text in capitals.
                Add(write, "@file", version is string ? file.ToString().ToUpperInvariant() : file);
                Add(write, "@version", version);
                write.ExecuteNonQuery();
            }
        }
    }

    private static void Add(IDbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
