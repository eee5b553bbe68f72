using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>One value of an item that staff edit: a property of a module's part, or a field that staff added to the type.</summary>
/// <param name="Part">The part it stands in; the fields of staff stand in a part with the type's name.</param>
/// <param name="Property">What the module says about its property; null for a field of staff.</param>
internal sealed record Slot(string Part, FieldDefinition Field, PartField? Property = null)
{
    /// <summary>"TitlePart.Title": by it forms and problems name the slot.</summary>
    public string Key => $"{Part}.{Field.Name}";

    public bool Translatable => Property is null
        ? Field.Translatable && Field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.RichText
        : Property.English is not null;

    /// <summary>The value as fields keep it; null when there is none.</summary>
    public JsonObject? ValueIn(JsonObject parts)
    {
        if (Property is null)
        {
            return parts[Part]?[Field.Name] as JsonObject;
        }

        return parts[Part]?[Field.Name] switch
        {
            null => null,
            JsonArray lines when Property.Lines => Wrapped(string.Join('\n', lines)),
            JsonValue text when text.ToString().Length == 0 => null,
            var other => Wrapped(other.DeepClone()),
        };
    }

    public string TextIn(JsonObject parts) => FieldValues.TextOf(Field, ValueIn(parts));

    public string EnglishIn(JsonObject parts) => Property is null ? FieldValues.EnglishOf(Field, ValueIn(parts))
        : Property.English is { } english ? parts[Part]?[english]?.ToString() ?? ""
        : "";

    /// <summary>Puts the value in place of what was there; nothing for null.</summary>
    public void Put(JsonObject parts, JsonObject? value, string english)
    {
        if (parts[Part] is not JsonObject part)
        {
            parts[Part] = part = [];
        }

        if (Property is null)
        {
            PutField(part, value, english);
            return;
        }

        part.Remove(Field.Name);

        if (value?[FieldValues.PropertyOf(Field.Kind)] is { } given)
        {
            part[Field.Name] = Property.Lines ? Lines(given.ToString()) : given.DeepClone();
        }
        else if (Property.Required && Field.Kind is FieldKind.Text or FieldKind.RichText or FieldKind.LongText or FieldKind.Link)
        {
            // The part's record has no null there.
            part[Field.Name] = Property.Lines ? new JsonArray() : "";
        }

        if (Property.English is { } name)
        {
            part.Remove(name);

            if (english.Length > 0)
            {
                part[name] = english;
            }
        }
    }

    private void PutField(JsonObject part, JsonObject? value, string english)
    {
        part.Remove(Field.Name);

        if (value is not null || english.Length > 0)
        {
            var kept = value?.DeepClone().AsObject() ?? [];

            if (english.Length > 0)
            {
                kept[FieldValues.PropertyOf(Field.Kind) + "En"] = english;
            }

            part[Field.Name] = kept;
        }
    }

    private JsonObject Wrapped(JsonNode value) => new() { [FieldValues.PropertyOf(Field.Kind)] = value };

    private static JsonArray Lines(string text)
        => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => (JsonNode)line)];
}
