using FluentMigrator;

namespace CommunityBusinessNetwork.Programmes.Migrations;

/// <summary>Cycles, slots, entries, events of entries.</summary>
[Migration(202611241501)]
public sealed class ProgrammeTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("cycles")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("fiscal_year_be").AsInt32().NotNullable().Unique("ix_cycles_fiscal_year_be")
            .WithColumn("name_th").AsString().NotNullable()
            .WithColumn("name_en").AsString().NotNullable()
            .WithColumn("rules").AsString().NotNullable()
            .WithColumn("opened_at").AsInt64().Nullable()
            .WithColumn("announced_at").AsInt64().Nullable();

        Create.Table("slots")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("cycle_id").AsGuid().NotNullable().ForeignKey("fk_slots_cycle_id", "cycles", "id")
            .WithColumn("province_code").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("entry_id").AsGuid().Nullable().Unique("ix_slots_entry_id");
        Create.Index("ix_slots_cycle_id_province_code").OnTable("slots").OnColumn("cycle_id").Ascending().OnColumn("province_code").Ascending().WithOptions().Unique();

        Create.Table("entries")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("cycle_id").AsGuid().NotNullable().ForeignKey("fk_entries_cycle_id", "cycles", "id")
            .WithColumn("slot_id").AsGuid().NotNullable().ForeignKey("fk_entries_slot_id", "slots", "id")
            .WithColumn("group_item_id").AsString().NotNullable()
            .WithColumn("group_code").AsString().NotNullable()
            .WithColumn("group_name_th").AsString().NotNullable()
            .WithColumn("sort_key").AsString().NotNullable()
            .WithColumn("province_code").AsString().NotNullable()
            .WithColumn("region").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable().Indexed("ix_entries_area_path")
            .WithColumn("workflow").AsString().NotNullable()
            .WithColumn("workflow_number").AsInt32().NotNullable()
            .WithColumn("state").AsString().NotNullable()
            .WithColumn("state_since").AsInt64().NotNullable()
            .WithColumn("letter_id").AsGuid().Nullable()
            .WithColumn("notified_at").AsInt64().Nullable()
            .WithColumn("submitted_at").AsInt64().Nullable()
            .WithColumn("extended_until").AsInt64().Nullable()
            .WithColumn("extension_reason").AsString().Nullable()
            .WithColumn("tier_code").AsString().Nullable()
            .WithColumn("rank").AsInt32().Nullable()
            .WithColumn("score").AsString().Nullable()
            .WithColumn("purchases_done_at").AsInt64().Nullable()
            .WithColumn("bpm_done_at").AsInt64().Nullable()
            .WithColumn("report_done_at").AsInt64().Nullable();
        Create.Index("ix_entries_cycle_id_group_item_id").OnTable("entries").OnColumn("cycle_id").Ascending().OnColumn("group_item_id").Ascending().WithOptions().Unique();
        Create.Index("ix_entries_cycle_id_state").OnTable("entries").OnColumn("cycle_id").Ascending().OnColumn("state").Ascending();
        Create.Index("ix_entries_cycle_id_sort_key").OnTable("entries").OnColumn("cycle_id").Ascending().OnColumn("sort_key").Ascending();

        Create.Table("group_events")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("entry_id").AsGuid().NotNullable().Indexed("ix_group_events_entry_id").ForeignKey("fk_group_events_entry_id", "entries", "id")
            .WithColumn("cycle_id").AsGuid().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("date").AsDate().NotNullable()
            .WithColumn("starts").AsInt64().NotNullable()
            .WithColumn("ends").AsInt64().NotNullable()
            .WithColumn("place_th").AsString().NotNullable();
    }
}
