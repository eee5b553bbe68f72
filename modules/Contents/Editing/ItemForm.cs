using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Forms;
using Microsoft.AspNetCore.Http;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>A cell of a table as typed.</summary>
public sealed class TypedCell
{
    public string Name { get; set; } = "";
    public string? Text { get; set; }
}

/// <summary>A row of a table as typed.</summary>
public sealed class TypedCells
{
    public IList<TypedCell> Cells { get; set; } = [];

    internal bool IsBlank => Cells.All(c => string.IsNullOrWhiteSpace(c.Text) || c.Text == "false");

    internal static TypedCells Of(FieldDefinition table, JsonObject? row)
        => new() { Cells = [.. table.Columns.Select(c => new TypedCell { Name = c.Name, Text = row is null ? null : FieldControls.Typed(c, FieldValues.CellOf(row, c.Name)) })] };
}

/// <summary>What stands in the controls of one slot.</summary>
public sealed class TypedSlot
{
    public string Key { get; set; } = "";
    public string? Text { get; set; }
    public string? English { get; set; }
    public IList<TypedCells> Rows { get; set; } = [];

    /// <summary>The ids of the files that stay.</summary>
    public IList<Guid> Kept { get; set; } = [];

    /// <summary>Files to be added.</summary>
    public IList<IFormFile> Added { get; set; } = [];

    internal static TypedSlot Of(Slot slot, JsonObject parts)
    {
        var text = slot.TextIn(parts);
        var typed = new TypedSlot { Key = slot.Key, Text = FieldControls.Typed(slot.Field, text), English = slot.EnglishIn(parts) };

        switch (slot.Field.Kind)
        {
            case FieldKind.Table:
                typed.Text = null;
                typed.Rows = [.. FieldValues.RowsOf(slot.ValueIn(parts)).Select(r => TypedCells.Of(slot.Field, r))];
                break;
            case FieldKind.File or FieldKind.Image:
                typed.Text = null;
                typed.Kept = [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
                break;
        }

        return typed;
    }

    internal TypedValue ToValue(Slot slot) => new(Key, slot.Field.Kind is FieldKind.File or FieldKind.Image ? string.Join(',', Kept) : Text ?? "", English ?? "")
    {
        Rows = [.. Rows.Select(r => r.Cells.ToDictionary(c => c.Name, c => c.Text ?? ""))],
    };
}

/// <summary>An item as a form: every value is the text in its control.</summary>
public sealed class ItemForm
{
    private const int SpareRows = 2;

    public IList<TypedSlot> Slots { get; set; } = [];
    public string? Comment { get; set; }

    internal static ItemForm Of(ItemSheet sheet, JsonObject parts) => new() { Slots = [.. sheet.Slots.Select(s => TypedSlot.Of(s, parts))] };

    /// <summary>A new item: only what the fields begin with.</summary>
    internal static ItemForm New(ItemSheet sheet) => new()
    {
        Slots = [.. sheet.Slots.Select(s => new TypedSlot { Key = s.Key, Text = FieldControls.Typed(s.Field, s.Field.Default ?? "") })],
    };

    /// <summary>The form has a control for every slot, also when the type has got fields since it was opened; and each table has blank rows to write into.</summary>
    internal void Fit(ItemSheet sheet)
    {
        foreach (var slot in sheet.Slots.Where(s => Slots.All(t => t.Key != s.Key)))
        {
            Slots.Add(new() { Key = slot.Key });
        }

        foreach (var slot in sheet.Slots.Where(s => s.Field.Kind == FieldKind.Table))
        {
            var typed = Slots[PlaceOf(slot)];

            while (typed.Rows.Count(r => r.IsBlank) < SpareRows)
            {
                typed.Rows.Add(TypedCells.Of(slot.Field, null));
            }
        }
    }

    internal int PlaceOf(Slot slot) => Slots.Index().First(s => s.Item.Key == slot.Key).Index;

    internal IReadOnlyList<TypedValue> ToValues(ItemSheet sheet)
        => [.. Slots.Select(typed => (typed, slot: sheet.Find(typed.Key))).Where(p => p.slot is not null).Select(p => p.typed.ToValue(p.slot!))];

    /// <summary>The name of the control to which a problem of an operation belongs.</summary>
    internal string KeyOf(string? field)
    {
        if (string.IsNullOrEmpty(field))
        {
            return "";
        }

        var english = field.EndsWith(SheetReader.EnglishMark, StringComparison.Ordinal);
        var plain = english ? field[..^SheetReader.EnglishMark.Length] : field;
        var (key, row, cell) = plain.Split('[', ']') is [var table, var at, var rest] ? (table, at, rest.TrimStart('.')) : (plain, "", "");

        if (Slots.Index().FirstOrDefault(s => s.Item.Key == key) is not { Item: { } slot, Index: var place })
        {
            return field;
        }

        return row.Length == 0 ? $"Form.Slots[{place}].{(english ? nameof(TypedSlot.English) : nameof(TypedSlot.Text))}"
            : $"Form.Slots[{place}].Rows[{row}].Cells[{slot.Rows.ElementAtOrDefault(int.Parse(row, CultureInfo.InvariantCulture))?.Cells.Index().FirstOrDefault(c => c.Item.Name == cell).Index ?? 0}].Text";
    }
}
