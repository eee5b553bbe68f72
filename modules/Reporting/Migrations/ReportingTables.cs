using FluentMigrator;

namespace CommunityBusinessNetwork.Reporting.Migrations;

/// <summary>BPM records with their files, and result reports.</summary>
[Migration(202611242201)]
public sealed class ReportingTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("bpm_records")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("entry_id").AsGuid().NotNullable().Unique("ix_bpm_records_entry_id").ForeignKey("fk_bpm_records_entry_id", "entries", "id")
            .WithColumn("cycle_id").AsGuid().NotNullable().Indexed("ix_bpm_records_cycle_id").ForeignKey("fk_bpm_records_cycle_id", "cycles", "id")
            .WithColumn("province_code").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("facts").AsString().NotNullable()
            .WithColumn("reference").AsString().Nullable()
            .WithColumn("recorded_at").AsInt64().Nullable()
            .WithColumn("recorded_by").AsString().Nullable()
            .WithColumn("recorded_by_name").AsString().Nullable()
            .WithColumn("confirmed_at").AsInt64().Nullable()
            .WithColumn("late_reason").AsString().Nullable()
            .WithColumn("withdrawn_at").AsInt64().Nullable();

        Create.Table("bpm_attachments")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("record_id").AsGuid().NotNullable().Indexed("ix_bpm_attachments_record_id").ForeignKey("fk_bpm_attachments_record_id", "bpm_records", "id")
            .WithColumn("file_id").AsGuid().NotNullable().Unique("ix_bpm_attachments_file_id")
            .WithColumn("seq").AsInt32().NotNullable()
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("caption").AsString().NotNullable()
            .WithColumn("taken_on").AsDate().NotNullable()
            .WithColumn("consent_given").AsBoolean().NotNullable();

        Create.Table("activity_reports")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("entry_id").AsGuid().NotNullable().Unique("ix_activity_reports_entry_id").ForeignKey("fk_activity_reports_entry_id", "entries", "id")
            .WithColumn("cycle_id").AsGuid().NotNullable().Indexed("ix_activity_reports_cycle_id").ForeignKey("fk_activity_reports_cycle_id", "cycles", "id")
            .WithColumn("province_code").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("state").AsString().NotNullable()
            .WithColumn("indicators").AsString().NotNullable()
            .WithColumn("results").AsString().NotNullable()
            .WithColumn("lessons").AsString().NotNullable()
            .WithColumn("first_sent_at").AsInt64().Nullable()
            .WithColumn("sent_at").AsInt64().Nullable()
            .WithColumn("sent_by").AsString().Nullable()
            .WithColumn("sent_by_name").AsString().Nullable()
            .WithColumn("late_reason").AsString().Nullable()
            .WithColumn("return_reason").AsString().Nullable()
            .WithColumn("decided_at").AsInt64().Nullable()
            .WithColumn("decided_by").AsString().Nullable()
            .WithColumn("withdrawn_at").AsInt64().Nullable();
    }
}
