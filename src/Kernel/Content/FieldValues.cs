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
    /// <summary>The value as one text, for forms and lists.</summary>
    public static string TextOf(FieldDefinition field, JsonNode? value)
        => value?[PropertyOf(field.Kind)] switch
        {
            null => "",
            JsonValue plain => plain.ToString(),
            var other => other.ToJsonString(AppJson.Options),
        };

    /// <summary>The rows of a table.</summary>
    public static IReadOnlyList<JsonObject> RowsOf(JsonNode? value) => [.. (value?["Rows"]?.AsArray() ?? []).OfType<JsonObject>()];

    /// <summary>A value from what was typed. Numbers, money and dates are kept in their ASCII, ISO form.</summary>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    public static JsonObject? Read(FieldDefinition field, string typed, out Problem? problem)
    {
        var text = ThaiText.Normalise(typed).Trim();
        problem = null;

        if (text.Length == 0)
        {
            problem = field.Required ? new("fields.required", field.Name) : null;
            return null;
        }

        problem = Check(field, text, out var value);
        return problem is null ? new JsonObject { [PropertyOf(field.Kind)] = value } : null;
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

    private static string PropertyOf(FieldKind kind) => kind switch
    {
        FieldKind.RichText => "Html",
        FieldKind.Number or FieldKind.Money or FieldKind.Date or FieldKind.YesNo => "Value",
        FieldKind.Link => "Url",
        FieldKind.File or FieldKind.Image => "FileIds",
        FieldKind.Reference => "ContentItemIds",
        FieldKind.Table => "Rows",
        _ => "Text",
    };

    private static Problem? Check(FieldDefinition field, string text, out JsonNode? value)
    {
        value = text;

        switch (field.Kind)
        {
            case FieldKind.Number:
                if (!decimal.TryParse(ThaiDigits.ToAscii(text).Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                {
                    return new("fields.not-a-number", field.Name);
                }

                value = number;
                return OutOfRange(field, number);
            case FieldKind.Money:
                if (!Money.TryParse(text, out var money))
                {
                    return new("fields.not-money", field.Name);
                }

                value = money.Baht;
                return OutOfRange(field, money.Baht);
            case FieldKind.Date:
                if (!ThaiDateParser.TryParse(text, out var date))
                {
                    return new("fields.not-a-date", field.Name);
                }

                value = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                return null;
            case FieldKind.YesNo:
                value = text is "true" or "on";
                return null;
            case FieldKind.Choice:
                return field.Choices.Any(c => c.Value == text) ? null : throw new InvalidOperationException($"{text} is no choice of {field.Name}.");
            default:
                var length = TextElements.Count(text);
                return length > (field.Max ?? 10_000) ? new("fields.too-long", field.Name, ("max", (int)(field.Max ?? 10_000)), ("length", length))
                    : length < (field.Min ?? 0) ? new("fields.too-short", field.Name, ("min", (int)field.Min!), ("length", length))
                    : NationalId.AppearsIn(text) ? new("fields.national-id", field.Name)
                    : null;
        }
    }

    private static Problem? OutOfRange(FieldDefinition field, decimal number)
        => number < field.Min ? new("fields.too-small", field.Name, ("min", field.Min.Value))
            : number > field.Max ? new("fields.too-large", field.Name, ("max", field.Max.Value))
            : null;
}
