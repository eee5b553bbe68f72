using FluentMigrator;

namespace CommunityBusinessNetwork.Awards.Migrations;

/// <summary>Announcements, awards, allotments and the ledger, whose rows nobody changes.</summary>
[Migration(202611242001)]
public sealed class AwardTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("announcements")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("cycle_id").AsGuid().NotNullable().Unique("ix_announcements_cycle_id").ForeignKey("fk_announcements_cycle_id", "cycles", "id")
            .WithColumn("round_id").AsGuid().NotNullable()
            .WithColumn("resolution_id").AsGuid().NotNullable()
            .WithColumn("sha256").AsString().NotNullable()
            .WithColumn("places").AsString().NotNullable()
            .WithColumn("resolved_at").AsInt64().NotNullable()
            .WithColumn("announced_at").AsInt64().Nullable()
            .WithColumn("announced_by").AsString().Nullable();

        Create.Table("allotments")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("cycle_id").AsGuid().NotNullable().ForeignKey("fk_allotments_cycle_id", "cycles", "id")
            .WithColumn("number").AsString().NotNullable()
            .WithColumn("date").AsDate().NotNullable()
            .WithColumn("total_satang").AsInt64().NotNullable()
            .WithColumn("made_by").AsString().NotNullable()
            .WithColumn("made_at").AsInt64().NotNullable()
            .WithColumn("late_reason").AsString().Nullable();
        Create.Index("ix_allotments_cycle_id_number").OnTable("allotments").OnColumn("cycle_id").Ascending().OnColumn("number").Ascending().WithOptions().Unique();

        Create.Table("awards")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("cycle_id").AsGuid().NotNullable().ForeignKey("fk_awards_cycle_id", "cycles", "id")
            .WithColumn("entry_id").AsGuid().NotNullable().Unique("ix_awards_entry_id").ForeignKey("fk_awards_entry_id", "entries", "id")
            .WithColumn("province_code").AsString().NotNullable()
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("tier_code").AsString().NotNullable()
            .WithColumn("rank").AsInt32().NotNullable()
            .WithColumn("amount_satang").AsInt64().NotNullable()
            .WithColumn("announced_at").AsInt64().NotNullable()
            .WithColumn("allotment_id").AsGuid().Nullable().Indexed("ix_awards_allotment_id").ForeignKey("fk_awards_allotment_id", "allotments", "id")
            .WithColumn("allotted_on").AsDate().Nullable()
            .WithColumn("withdrawn_at").AsInt64().Nullable()
            .WithColumn("withdrawal_reason").AsString().Nullable();
        Create.Index("ix_awards_cycle_id_rank").OnTable("awards").OnColumn("cycle_id").Ascending().OnColumn("rank").Ascending();

        Create.Table("ledger_entries")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("cycle_id").AsGuid().NotNullable()
            .WithColumn("award_id").AsGuid().NotNullable().ForeignKey("fk_ledger_entries_award_id", "awards", "id")
            .WithColumn("entry_id").AsGuid().NotNullable()
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("amount_satang").AsInt64().NotNullable()
            .WithColumn("reference").AsString().NotNullable()
            .WithColumn("reverses_id").AsGuid().Nullable()
            .WithColumn("by").AsString().NotNullable()
            .WithColumn("at").AsInt64().NotNullable();
        Create.Index("ix_ledger_entries_award_id_kind").OnTable("ledger_entries").OnColumn("award_id").Ascending().OnColumn("kind").Ascending().WithOptions().Unique();
        Create.Index("ix_ledger_entries_cycle_id_kind").OnTable("ledger_entries").OnColumn("cycle_id").Ascending().OnColumn("kind").Ascending();
        KeepTheLedger();
    }

    /// <summary>The database refuses to change or to erase a movement of money.</summary>
    private void KeepTheLedger()
    {
        foreach (var act in (string[])["update", "delete"])
        {
            IfDatabase("sqlite").Execute.Sql(
                $"create trigger ledger_entries_no_{act} before {act} on ledger_entries begin select raise(abort, 'The ledger is only added to.'); end");
        }

        IfDatabase(name => name.StartsWith("Postgre", StringComparison.OrdinalIgnoreCase)).Execute.Sql(
            """
            create function ledger_entries_stay() returns trigger language plpgsql as $$ begin raise exception 'The ledger is only added to.'; end $$;
            create trigger ledger_entries_no_change before update or delete on ledger_entries for each row execute function ledger_entries_stay();
            """);
    }
}
