using FluentMigrator;

namespace CommunityBusinessNetwork.Screening.Migrations;

/// <summary>Panels, rounds with what they took in, sheets with their marks, resolutions with their signatures.</summary>
[Migration(202611241901)]
public sealed class ScreeningTables : ForwardOnlyMigration
{
    public override void Up()
    {
        CreatePanels();
        CreateRounds();
        CreateSheets();
        CreateResolutions();
    }

    private void CreatePanels()
    {
        Create.Table("screening_panels")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("cycle_id").AsGuid().NotNullable()
            .WithColumn("order_number").AsString().NotNullable()
            .WithColumn("appointed_on").AsDate().NotNullable();
        Create.Index("ix_screening_panels_cycle_id_order_number").OnTable("screening_panels")
            .OnColumn("cycle_id").Ascending().OnColumn("order_number").Ascending().WithOptions().Unique();

        Create.Table("screening_seats")
            .WithColumn("panel_id").AsGuid().PrimaryKey().ForeignKey("fk_screening_seats_panel_id", "screening_panels", "id")
            .WithColumn("user_id").AsString().PrimaryKey().Indexed("ix_screening_seats_user_id")
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("seat").AsString().NotNullable()
            .WithColumn("home_province").AsString().Nullable();
    }

    private void CreateRounds()
    {
        Create.Table("screening_rounds")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("cycle_id").AsGuid().NotNullable()
            .WithColumn("number").AsInt32().NotNullable()
            .WithColumn("name").AsString().NotNullable()
            .WithColumn("panel_id").AsGuid().NotNullable().Indexed("ix_screening_rounds_panel_id").ForeignKey("fk_screening_rounds_panel_id", "screening_panels", "id")
            .WithColumn("rules").AsString().NotNullable()
            .WithColumn("state").AsString().NotNullable()
            .WithColumn("opened_at").AsInt64().NotNullable()
            .WithColumn("discussed_at").AsInt64().Nullable()
            .WithColumn("closed_at").AsInt64().Nullable()
            .WithColumn("resolved_at").AsInt64().Nullable();
        Create.Index("ix_screening_rounds_cycle_id_number").OnTable("screening_rounds")
            .OnColumn("cycle_id").Ascending().OnColumn("number").Ascending().WithOptions().Unique();

        Create.Table("screening_contenders")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("round_id").AsGuid().NotNullable().ForeignKey("fk_screening_contenders_round_id", "screening_rounds", "id")
            .WithColumn("entry_id").AsGuid().NotNullable()
            .WithColumn("group_code").AsString().NotNullable()
            .WithColumn("group_name").AsString().NotNullable()
            .WithColumn("province_code").AsString().NotNullable()
            .WithColumn("few_sheets_reason").AsString().Nullable()
            .WithColumn("withdrawn_reason").AsString().Nullable()
            .WithColumn("rank").AsInt32().Nullable()
            .WithColumn("score").AsString().Nullable()
            .WithColumn("settled_by").AsString().Nullable()
            .WithColumn("result").AsString().Nullable();
        Create.Index("ix_screening_contenders_round_id_entry_id").OnTable("screening_contenders")
            .OnColumn("round_id").Ascending().OnColumn("entry_id").Ascending().WithOptions().Unique();

        Create.Table("screening_settlements")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("round_id").AsGuid().NotNullable().Indexed("ix_screening_settlements_round_id").ForeignKey("fk_screening_settlements_round_id", "screening_rounds", "id")
            .WithColumn("way").AsString().NotNullable()
            .WithColumn("order").AsString().NotNullable()
            .WithColumn("words").AsString().Nullable()
            .WithColumn("decided_by").AsString().NotNullable()
            .WithColumn("decided_at").AsInt64().NotNullable();
    }

    private void CreateSheets()
    {
        Create.Table("screening_sheets")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("contender_id").AsGuid().NotNullable().ForeignKey("fk_screening_sheets_contender_id", "screening_contenders", "id")
            .WithColumn("round_id").AsGuid().NotNullable().ForeignKey("fk_screening_sheets_round_id", "screening_rounds", "id")
            .WithColumn("member_id").AsString().NotNullable()
            .WithColumn("position").AsInt32().NotNullable()
            .WithColumn("state").AsString().NotNullable()
            .WithColumn("set_aside").AsString().Nullable()
            .WithColumn("submitted_at").AsInt64().Nullable()
            .WithColumn("saved_at").AsInt64().Nullable()
            .WithColumn("edition").AsInt32().NotNullable()
            .WithColumn("points").AsInt32().NotNullable()
            .WithColumn("points_of").AsInt32().NotNullable()
            .WithColumn("marked").AsInt32().NotNullable();
        Create.Index("ix_screening_sheets_contender_id_member_id").OnTable("screening_sheets")
            .OnColumn("contender_id").Ascending().OnColumn("member_id").Ascending().WithOptions().Unique();
        Create.Index("ix_screening_sheets_round_id_member_id_position").OnTable("screening_sheets")
            .OnColumn("round_id").Ascending().OnColumn("member_id").Ascending().OnColumn("position").Ascending();

        Create.Table("screening_marks")
            .WithColumn("sheet_id").AsGuid().PrimaryKey().ForeignKey("fk_screening_marks_sheet_id", "screening_sheets", "id")
            .WithColumn("edition").AsInt32().PrimaryKey()
            .WithColumn("criterion").AsString().PrimaryKey()
            .WithColumn("level").AsInt32().Nullable()
            .WithColumn("reason").AsString().Nullable();
    }

    private void CreateResolutions()
    {
        Create.Table("screening_resolutions")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("round_id").AsGuid().NotNullable().ForeignKey("fk_screening_resolutions_round_id", "screening_rounds", "id")
            .WithColumn("number").AsString().NotNullable()
            .WithColumn("edition").AsInt32().NotNullable()
            .WithColumn("json").AsString().NotNullable()
            .WithColumn("sha256").AsString().NotNullable()
            .WithColumn("sealed_at").AsInt64().NotNullable()
            .WithColumn("sealed_by").AsString().NotNullable();
        Create.Index("ix_screening_resolutions_round_id_edition").OnTable("screening_resolutions")
            .OnColumn("round_id").Ascending().OnColumn("edition").Ascending().WithOptions().Unique();

        Create.Table("screening_signatures")
            .WithColumn("resolution_id").AsGuid().PrimaryKey().ForeignKey("fk_screening_signatures_resolution_id", "screening_resolutions", "id")
            .WithColumn("seat").AsString().PrimaryKey()
            .WithColumn("user_id").AsString().NotNullable()
            .WithColumn("typed_name").AsString().NotNullable()
            .WithColumn("signed_at").AsInt64().NotNullable()
            .WithColumn("sha256").AsString().NotNullable();
    }
}
