using FluentMigrator;

namespace CommunityBusinessNetwork.Letters.Migrations;

/// <summary>Offices, registers, letters and their receipts.</summary>
[Migration(202611241601)]
public sealed class LetterTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("letter_offices")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("province_code").AsString().NotNullable().Unique("ix_letter_offices_province_code")
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("head").AsString().NotNullable();

        Create.Table("letter_registers")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("office_id").AsGuid().NotNullable().ForeignKey("fk_letter_registers_office_id", "letter_offices", "id")
            .WithColumn("year_be").AsInt32().NotNullable()
            .WithColumn("is_circular").AsBoolean().NotNullable()
            .WithColumn("last_number").AsInt32().NotNullable();
        Create.Index("ix_letter_registers_office_id_year_be_is_circular").OnTable("letter_registers")
            .OnColumn("office_id").Ascending().OnColumn("year_be").Ascending().OnColumn("is_circular").Ascending().WithOptions().Unique();

        Create.Table("letters")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("office_id").AsGuid().NotNullable().ForeignKey("fk_letters_office_id", "letter_offices", "id")
            .WithColumn("province_code").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("recipient_area_path").AsString().NotNullable().Indexed("ix_letters_recipient_area_path")
            .WithColumn("cycle_id").AsGuid().NotNullable()
            .WithColumn("entry_id").AsGuid().NotNullable()
            .WithColumn("event_id").AsGuid().NotNullable().Indexed("ix_letters_event_id")
            .WithColumn("status").AsString().NotNullable()
            .WithColumn("is_circular").AsBoolean().NotNullable()
            .WithColumn("body").AsString().NotNullable()
            .WithColumn("register_id").AsGuid().Nullable().ForeignKey("fk_letters_register_id", "letter_registers", "id")
            .WithColumn("number").AsInt32().Nullable()
            .WithColumn("date").AsDate().Nullable()
            .WithColumn("sha256").AsString().Nullable()
            .WithColumn("drafted_by").AsString().NotNullable()
            .WithColumn("drafted_at").AsInt64().NotNullable()
            .WithColumn("signed_by").AsString().Nullable()
            .WithColumn("signed_at").AsInt64().Nullable()
            .WithColumn("sent_at").AsInt64().Nullable()
            .WithColumn("cancelled_at").AsInt64().Nullable()
            .WithColumn("cancel_reason").AsString().Nullable();
        Create.Index("ix_letters_register_id_number").OnTable("letters").OnColumn("register_id").Ascending().OnColumn("number").Ascending().WithOptions().Unique();
        Create.Index("ix_letters_area_path_drafted_at").OnTable("letters").OnColumn("area_path").Ascending().OnColumn("drafted_at").Ascending();

        Create.Table("letter_receipts")
            .WithColumn("letter_id").AsGuid().PrimaryKey().ForeignKey("fk_letter_receipts_letter_id", "letters", "id")
            .WithColumn("area_path").AsString().PrimaryKey()
            .WithColumn("reader_id").AsString().NotNullable()
            .WithColumn("reader_name").AsString().NotNullable()
            .WithColumn("at").AsInt64().NotNullable();
    }
}
