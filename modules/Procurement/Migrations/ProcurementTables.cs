using FluentMigrator;

namespace CommunityBusinessNetwork.Procurement.Migrations;

/// <summary>Approved budgets and a purchase for each of their lines.</summary>
[Migration(202611242101)]
public sealed class ProcurementTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("approved_budgets")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("entry_id").AsGuid().NotNullable().Unique("ix_approved_budgets_entry_id").ForeignKey("fk_approved_budgets_entry_id", "entries", "id")
            .WithColumn("cycle_id").AsGuid().NotNullable().Indexed("ix_approved_budgets_cycle_id").ForeignKey("fk_approved_budgets_cycle_id", "cycles", "id")
            .WithColumn("area_path").AsString().NotNullable()
            .WithColumn("province_code").AsString().NotNullable()
            .WithColumn("tier_code").AsString().NotNullable()
            .WithColumn("award_satang").AsInt64().NotNullable()
            .WithColumn("allotted_on").AsDate().NotNullable()
            .WithColumn("ordered_satang").AsInt64().NotNullable()
            .WithColumn("paid_satang").AsInt64().NotNullable()
            .WithColumn("done_at").AsInt64().Nullable()
            .WithColumn("withdrawn_at").AsInt64().Nullable();

        Create.Table("purchases")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("budget_id").AsGuid().NotNullable().Indexed("ix_purchases_budget_id").ForeignKey("fk_purchases_budget_id", "approved_budgets", "id")
            .WithColumn("entry_id").AsGuid().NotNullable()
            .WithColumn("area_path").AsString().NotNullable().Indexed("ix_purchases_area_path")
            .WithColumn("line_id").AsGuid().NotNullable().Unique("ix_purchases_line_id")
            .WithColumn("seq").AsInt32().NotNullable()
            .WithColumn("category").AsString().NotNullable()
            .WithColumn("description").AsString().NotNullable()
            .WithColumn("unit").AsString().NotNullable()
            .WithColumn("quantity").AsDecimal(12, 2).NotNullable()
            .WithColumn("planned_satang").AsInt64().NotNullable()
            .WithColumn("kind").AsString().NotNullable()
            .WithColumn("state").AsString().NotNullable()
            .WithColumn("vendor_name").AsString().Nullable()
            .WithColumn("order_number").AsString().Nullable()
            .WithColumn("order_date").AsDate().Nullable()
            .WithColumn("due_date").AsDate().Nullable()
            .WithColumn("order_satang").AsInt64().Nullable()
            .WithColumn("ordered_by").AsString().Nullable()
            .WithColumn("ordered_by_name").AsString().Nullable()
            .WithColumn("order_file_id").AsGuid().Nullable()
            .WithColumn("delivery_note").AsString().Nullable()
            .WithColumn("delivered_on").AsDate().Nullable()
            .WithColumn("inspected_on").AsDate().Nullable()
            .WithColumn("accepted_quantity").AsDecimal(12, 2).Nullable()
            .WithColumn("inspected_by").AsString().Nullable()
            .WithColumn("inspected_by_name").AsString().Nullable()
            .WithColumn("inspection_file_id").AsGuid().Nullable()
            .WithColumn("receiver").AsString().Nullable()
            .WithColumn("handed_over_on").AsDate().Nullable()
            .WithColumn("handed_over_by").AsString().Nullable()
            .WithColumn("handover_file_id").AsGuid().Nullable()
            .WithColumn("invoice_number").AsString().Nullable()
            .WithColumn("paid_satang").AsInt64().Nullable()
            .WithColumn("withheld_satang").AsInt64().Nullable()
            .WithColumn("paid_on").AsDate().Nullable()
            .WithColumn("paid_by").AsString().Nullable()
            .WithColumn("payment_file_id").AsGuid().Nullable()
            .WithColumn("cancelled_at").AsInt64().Nullable()
            .WithColumn("cancel_reason").AsString().Nullable()
            .WithColumn("late_steps").AsString().NotNullable();
    }
}
