using System.Globalization;
using System.Net.Mail;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Groups.Tables;

/// <summary>One property of a part as the text of a cell, and back.</summary>
internal static class GroupCells
{
    private const string Between = "; ";

    /// <summary>What stands in the cell of an export: numbers are numbers.</summary>
    public static object? Export(PartColumn column, JsonNode? value)
        => value is not null && column.Field.Kind is FieldKind.Number or FieldKind.Money ? decimal.Parse(TextOf(column, value), CultureInfo.InvariantCulture) : TextOf(column, value);

    /// <summary>The value as it is compared.</summary>
    public static string TextOf(PartColumn column, JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(Between, list.Select(v => v!.ToString())),
        _ when column.Field.Kind is FieldKind.Number or FieldKind.Money => decimal.Parse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
    };

    /// <summary>What was typed as a value of the part; null where the cell is empty.</summary>
    public static JsonNode? Read(PartColumn column, string typed, out Problem? problem)
    {
        var field = column.Field;
        FieldDefinition definition = new(column.Column.Name, field.Kind, "", "") { Required = field.Required, Min = field.Min, Max = field.Max };
        var value = FieldValues.Read(definition, typed, out problem);
        var text = FieldValues.TextOf(definition, value);

        if (problem is not null || text.Length == 0)
        {
            return null;
        }

        if (field.Lines)
        {
            return new JsonArray([.. text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => (JsonNode)t)]);
        }

        if (field.Kind is FieldKind.Number or FieldKind.Money)
        {
            var number = decimal.Parse(text, CultureInfo.InvariantCulture);
            problem = field.Whole && number != decimal.Truncate(number) ? new("forms.whole-number-invalid") : null;
            return field.Whole ? JsonValue.Create((int)decimal.Truncate(number)) : JsonValue.Create(number);
        }

        return column.Property switch
        {
            nameof(GroupContactPart.Phone) => Phone(text, out problem),
            nameof(GroupContactPart.Email) when !MailAddress.TryCreate(text, out var address) || address.Address != text => Refuse("groups.email-invalid", out problem),
            nameof(GroupPart.Postcode) => ThaiDigits.ToAscii(text),
            _ => text,
        };
    }

    private static JsonValue? Phone(string typed, out Problem? problem)
    {
        problem = PhoneNumbers.Normalise(typed) is null ? new("groups.phone-invalid") : null;
        return PhoneNumbers.Normalise(typed) is { } digits ? JsonValue.Create(digits) : null;
    }

    private static JsonNode? Refuse(string code, out Problem? problem)
    {
        problem = new(code);
        return null;
    }
}
