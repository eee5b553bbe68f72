using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>
/// Values of fields in JSON, in Orchard's shape: { "Text": … }, { "Value": … }, { "Html": … }; the English value of a translatable field
/// stands beside it as "TextEn" and "HtmlEn"; a table is { "Rows": [ { column: text … } ] }.
/// </summary>
public static class FieldValues
{
    /// <summary>The longest text of a field that has no limit of its own, in text elements.</summary>
    private const int Longest = 10_000;

    private const int LongestDraft = 20_000;

    /// <summary>The value as one text, for forms and lists.</summary>
    public static string TextOf(FieldDefinition field, JsonNode? value)
        => value?[PropertyOf(field.Kind)] switch
        {
            null => "",
            JsonValue plain => plain.ToString(),
            JsonArray ids when field.Kind is FieldKind.File or FieldKind.Image or FieldKind.Reference => string.Join(',', ids),
            var other => other.ToJsonString(AppJson.Options),
        };

    /// <summary>The ids of the files that a file or image field names.</summary>
    public static IReadOnlyList<Guid> FilesOf(FieldDefinition field, JsonNode? value)
        => [.. TextOf(field, value).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>The rows of a table.</summary>
    public static IReadOnlyList<JsonObject> RowsOf(JsonNode? value) => [.. (value?["Rows"]?.AsArray() ?? []).OfType<JsonObject>()];

    /// <summary>A cell of a table's row as text.</summary>
    public static string CellOf(JsonObject row, string column) => row[column] is JsonValue plain ? plain.ToString() : "";

    /// <summary>A value from what was typed. Numbers, money and dates are kept in their ASCII, ISO form.</summary>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    public static JsonObject? Read(FieldDefinition field, string typed, out Problem? problem)
    {
        var value = ReadDraft(field, typed, out problem);
        problem ??= Check(field, value);
        return problem is null ? value : null;
    }

    /// <summary>A value for a draft: too short, too large or missing may still be mended; refused is only what has no such shape, or must not be kept.</summary>
    public static JsonObject? ReadDraft(FieldDefinition field, string typed, out Problem? problem)
    {
        var text = ThaiText.Normalise(typed).Trim();
        problem = null;
        return text.Length > 0 && Shape(field, text, out problem) is { } value ? new JsonObject { [PropertyOf(field.Kind)] = value } : null;
    }

    /// <summary>The rows of a table for a draft: each row is column → typed text. Rows without a word are left out. A problem names its cell: "goals[0].target".</summary>
    public static JsonObject? ReadRows(FieldDefinition table, IReadOnlyList<IReadOnlyDictionary<string, string>> typed, out IReadOnlyList<Problem> problems)
    {
        var rows = new JsonArray();
        List<Problem> found = [];

        foreach (var (at, cells) in typed.Index())
        {
            var row = new JsonObject();

            foreach (var column in table.Columns)
            {
                if (ReadDraft(column, cells.GetValueOrDefault(column.Name, ""), out var problem) is { } value)
                {
                    row[column.Name] = TextOf(column, value);
                }

                if (problem is not null)
                {
                    found.Add(problem with { Field = Cell(table, at, column) });
                }
            }

            if (table.Columns.Any(c => c.Kind != FieldKind.YesNo && row.ContainsKey(c.Name)))
            {
                rows.Add(row);
            }
        }

        problems = found;
        return rows.Count > 0 ? new JsonObject { ["Rows"] = rows } : null;
    }

    /// <summary>What keeps a value from being complete: missing, too short, too large; null when nothing does.</summary>
    public static Problem? Check(FieldDefinition field, JsonNode? value)
    {
        var text = TextOf(field, value);
        return text.Length > 0 ? Measure(field, text)
            : field.Required ? new("fields.required", field.Name)
            : null;
    }

    /// <summary>What keeps a table from being complete, cell by cell.</summary>
    public static IReadOnlyList<Problem> CheckRows(FieldDefinition table, JsonNode? value)
    {
        var rows = RowsOf(value);
        var least = Math.Max(table.Min ?? 0, table.Required ? 1 : 0);
        List<Problem> problems = [];
        problems.AddRange(rows.Count < least ? [new("fields.too-few-rows", table.Name, ("min", least), ("rows", rows.Count))] : []);
        problems.AddRange(rows.Count > table.Max ? [new("fields.too-many-rows", table.Name, ("max", table.Max.Value), ("rows", rows.Count))] : []);

        foreach (var (at, row) in rows.Index())
        {
            foreach (var column in table.Columns)
            {
                if (Check(column, new JsonObject { [PropertyOf(column.Kind)] = row[column.Name]?.DeepClone() }) is { } problem)
                {
                    problems.Add(problem with { Field = Cell(table, at, column) });
                }
            }
        }

        return problems;
    }

    internal static (string? Text, decimal? Number, DateOnly? Date) Indexed(FieldDefinition field, JsonNode? value)
    {
        var text = TextOf(field, value);
        return text.Length == 0 ? (null, null, null) : field.Kind switch
        {
            FieldKind.Number or FieldKind.Money => (null, decimal.Parse(text, CultureInfo.InvariantCulture), null),
            FieldKind.Date => (null, null, DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => (text, null, null),
        };
    }

    /// <summary>The English value that stands beside the Thai one; empty when there is none.</summary>
    public static string EnglishOf(FieldDefinition field, JsonNode? value) => value?[PropertyOf(field.Kind) + "En"]?.ToString() ?? "";

    /// <summary>The property of the value: Text, Html, Value, Url and so on.</summary>
    public static string PropertyOf(FieldKind kind) => kind switch
    {
        FieldKind.RichText => "Html",
        FieldKind.Number or FieldKind.Money or FieldKind.Date or FieldKind.YesNo => "Value",
        FieldKind.Link => "Url",
        FieldKind.File or FieldKind.Image => "FileIds",
        FieldKind.Reference => "ContentItemIds",
        FieldKind.Table => "Rows",
        _ => "Text",
    };

    private static string Cell(FieldDefinition table, int row, FieldDefinition column)
        => string.Create(CultureInfo.InvariantCulture, $"{table.Name}[{row}].{column.Name}");

    /// <summary>The text in the shape of its kind; null with the problem when it has none.</summary>
    /// <exception cref="InvalidOperationException">A choice that the form does not offer: no person can type it.</exception>
    private static JsonNode? Shape(FieldDefinition field, string text, out Problem? problem)
    {
        problem = null;

        switch (field.Kind)
        {
            case FieldKind.Number when decimal.TryParse(
                ThaiDigits.ToAscii(text).Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                return number;
            case FieldKind.Number:
                problem = new("fields.not-a-number", field.Name);
                return null;
            case FieldKind.Money when Money.TryParse(text, out var money):
                return money.Baht;
            case FieldKind.Money:
                problem = new("fields.not-money", field.Name);
                return null;
            case FieldKind.Date when ThaiDateParser.TryParse(text, out var date):
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case FieldKind.Date:
                problem = new("fields.not-a-date", field.Name);
                return null;
            case FieldKind.YesNo:
                return text is "true" or "on";
            case FieldKind.Choice:
                return field.Choices.Any(c => c.Value == text) ? text : throw new InvalidOperationException($"{text} is no choice of {field.Name}.");
            case FieldKind.File or FieldKind.Image or FieldKind.Reference:
                return new JsonArray([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Select(id => (JsonNode)id)]);
            case FieldKind.Link when !IsLink(text):
                problem = new("fields.not-a-link", field.Name);
                return null;
            default:
                problem = TooLong(field, text, LongestDraft) ?? (NationalId.AppearsIn(text) ? new("fields.national-id", field.Name) : null);
                return problem is null ? text : null;
        }
    }

    /// <summary>A place of this site ("/groups"), or an address that a browser may be sent to.</summary>
    private static bool IsLink(string text)
        => (text[0] == '/' && !text.StartsWith("//", StringComparison.Ordinal))
            || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto" or "tel"));

    private static Problem? Measure(FieldDefinition field, string text) => field.Kind switch
    {
        FieldKind.Number or FieldKind.Money => OutOfRange(field, decimal.Parse(text, CultureInfo.InvariantCulture)),
        FieldKind.Text or FieldKind.LongText or FieldKind.RichText => TooLong(field, text, field.Max ?? Longest) ?? TooShort(field, text),
        _ => null,
    };

    private static Problem? TooLong(FieldDefinition field, string text, decimal most)
        => TextElements.Count(text) is var length && length > most ? new("fields.too-long", field.Name, ("max", (int)most), ("length", length)) : null;

    private static Problem? TooShort(FieldDefinition field, string text)
        => TextElements.Count(text) is var length && length < field.Min ? new("fields.too-short", field.Name, ("min", (int)field.Min), ("length", length)) : null;

    private static Problem? OutOfRange(FieldDefinition field, decimal number)
        => number < field.Min ? new("fields.too-small", field.Name, ("min", field.Min.Value))
            : number > field.Max ? new("fields.too-large", field.Name, ("max", field.Max.Value))
            : null;
}
