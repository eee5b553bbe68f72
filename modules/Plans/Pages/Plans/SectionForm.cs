using System.Globalization;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Checks;
using CommunityBusinessNetwork.Plans.Writing;

namespace CommunityBusinessNetwork.Plans.Pages.Plans;

/// <summary>One section of a plan as a form: every value is the text in its control.</summary>
public sealed class SectionForm
{
    /// <summary>Filled from master data and not typed (domain §5.1).</summary>
    internal const string MasterField = "groupName";

    public IList<TypedField> Fields { get; set; } = [];
    public IList<TypedTable> Tables { get; set; } = [];
    public IList<LineForm> Lines { get; set; } = [];

    internal static SectionForm Of(PlanForm form, FormSection section, Plan plan)
    {
        var answers = plan.ReadAnswers();
        var fields = form.FieldsOf(section.Code).ToList();
        var filled = new SectionForm
        {
            Fields = [.. fields.Where(f => f.Kind != FieldKind.Table && f.Name != MasterField)
                .Select(f => new TypedField { Name = f.Name, Text = FieldControls.Typed(f, FieldValues.TextOf(f, answers[f.Name])) })],
            Tables = [.. fields.Where(f => f.Kind == FieldKind.Table).Select(f => TypedTable.Of(f, answers[f.Name]))],
            Lines = section.Part == PlanForm.BudgetPart ? [.. plan.LinesInOrder().Select(l => LineForm.Of(l.Id, l.Text))] : [],
        };

        if (section.Part == PlanForm.BudgetPart && filled.Lines.Count == 0)
        {
            filled.Lines.Add(new());
        }

        return filled;
    }

    /// <summary>Adds, removes or moves a row: "add:goals", "remove:goals:2", "add:lines", "remove:lines:3", "up:lines:3". Nothing is saved.</summary>
    /// <returns>Whether it was such an act.</returns>
    internal bool Turn(string? act, PlanForm form)
    {
        if (act?.Split(':') is not [var verb, var name, .. var rest])
        {
            return false;
        }

        var at = rest is [var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;

        if (name == "lines")
        {
            Turn(Lines, verb, at, () => new());
        }
        else if (Tables.SingleOrDefault(t => t.Name == name) is { } table && form.Definition.Field(name) is { } field)
        {
            Turn(table.Rows, verb, at, () => TypedRow.Blank(field));
        }

        return true;
    }

    internal SavePlan.Input ToInput(Guid entryId, long version, bool withBudget) => new(entryId, version)
    {
        Fields = Fields.ToDictionary(f => f.Name, f => f.Text ?? ""),
        Tables = Tables.ToDictionary(
            t => t.Name,
            t => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. t.Rows.Select(r => r.Cells.ToDictionary(c => c.Name, c => c.Text ?? ""))]),
        Lines = withBudget ? [.. Lines.Select(l => l.ToTyped())] : null,
    };

    /// <summary>The key of the control to which a problem of the operation belongs.</summary>
    internal string KeyOf(string? field)
    {
        if (string.IsNullOrEmpty(field))
        {
            return "";
        }

        var (name, row, cell) = Parts(field);

        if (name == "lines")
        {
            return $"Form.Lines[{row}].{cell}";
        }

        if (Fields.Index().FirstOrDefault(f => f.Item.Name == name) is { Item: not null } plain)
        {
            return $"Form.Fields[{plain.Index}].Text";
        }

        if (row.Length > 0 && Tables.Index().FirstOrDefault(t => t.Item.Name == name) is { Item: not null } table
            && table.Item.Rows.ElementAtOrDefault(int.Parse(row, CultureInfo.InvariantCulture))?.Cells.Index().FirstOrDefault(c => c.Item.Name == cell) is { Item: not null } found)
        {
            return $"Form.Tables[{table.Index}].Rows[{row}].Cells[{found.Index}].Text";
        }

        return field;
    }

    /// <summary>"goals[2].unit" is goals, 2, unit.</summary>
    private static (string Name, string Row, string Cell) Parts(string field)
        => field.Split('[', ']') is [var name, var row, var cell] ? (name, row, cell.TrimStart('.')) : (field, "", "");

    private static void Turn<T>(IList<T> rows, string verb, int at, Func<T> blank)
    {
        switch (verb)
        {
            case "add":
                rows.Add(blank());
                break;
            case "remove" when at < rows.Count:
                rows.RemoveAt(at);
                break;
            case "up" when at > 0 && at < rows.Count:
                (rows[at - 1], rows[at]) = (rows[at], rows[at - 1]);
                break;
        }
    }
}

/// <summary>A field's or cell's name with the text in its control.</summary>
public sealed class TypedField
{
    public string Name { get; set; } = "";
    public string? Text { get; set; }
}

/// <summary>A table's rows.</summary>
public sealed class TypedTable
{
    public string Name { get; set; } = "";
    public IList<TypedRow> Rows { get; set; } = [];

    internal static TypedTable Of(FieldDefinition table, System.Text.Json.Nodes.JsonNode? value)
    {
        var rows = FieldValues.RowsOf(value)
            .Select(r => new TypedRow { Cells = [.. table.Columns.Select(c => new TypedField { Name = c.Name, Text = FieldControls.Typed(c, FieldValues.CellOf(r, c.Name)) })] })
            .ToList();

        if (rows.Count == 0 && table.Required)
        {
            rows.Add(TypedRow.Blank(table));
        }

        return new() { Name = table.Name, Rows = rows };
    }
}

/// <summary>One row of a table.</summary>
public sealed class TypedRow
{
    public IList<TypedField> Cells { get; set; } = [];

    internal static TypedRow Blank(FieldDefinition table) => new() { Cells = [.. table.Columns.Select(c => new TypedField { Name = c.Name })] };
}

/// <summary>A budget line. A new one has its id from the first time it is shown.</summary>
public sealed class LineForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public string? Category { get; set; } = Categories.Material;
    public string? Description { get; set; }
    public string? Unit { get; set; }
    public string? Quantity { get; set; }
    public string? UnitPrice { get; set; }
    public ProcurementKind Procurement { get; set; }
    public PriceBasis Basis { get; set; } = PriceBasis.Market;
    public string? Activity { get; set; }
    public IList<string> Cuts { get; set; } = [];

    internal static LineForm Of(Guid id, LineText line) => new()
    {
        Id = id,
        Category = line.Category,
        Description = line.Description,
        Unit = line.Unit,
        Quantity = line.Quantity?.ToString("0.##", CultureInfo.InvariantCulture),
        UnitPrice = line.UnitPrice?.ToString(),
        Procurement = line.Procurement,
        Basis = line.Basis,
        Activity = line.Activity,
        Cuts = [.. line.Cuts],
    };

    internal TypedLine ToTyped() => new(Id, Category ?? "", Description ?? "", Unit ?? "", Quantity ?? "", UnitPrice ?? "")
    {
        Procurement = Procurement,
        Basis = Basis,
        Activity = Activity,
        Cuts = [.. Cuts],
    };
}
