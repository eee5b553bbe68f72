using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>The slots of one part under one heading.</summary>
/// <param name="HeadingKey">A message key; null for the fields that staff added.</param>
internal sealed record SlotGroup(string Part, string? HeadingKey, IReadOnlyList<Slot> Slots);

/// <summary>What of a type's items staff edit, in the order of the editor.</summary>
internal sealed record ItemSheet(string Type, ContentTypeDefinition Definition, IReadOnlyList<SlotGroup> Groups, IReadOnlyList<PartForm> Parts)
{
    public IEnumerable<Slot> Slots => Groups.SelectMany(g => g.Slots);

    public Slot? Find(string key) => Slots.SingleOrDefault(s => s.Key == key);

    /// <summary>Items of this type are made in the Desk; those of other types are made by their module, which keeps their address and whether they exist.</summary>
    public bool IsOurs => Definition.Creatable;

    public bool HasPath => Definition.Parts.Contains(nameof(AutoroutePart));

    /// <summary>A page of its own, drawn from title, text and public fields.</summary>
    public bool HasPage => Definition.Parts.Contains(nameof(HtmlBodyPart)) && HasPath;

    /// <summary>What keeps an item with these parts from being published.</summary>
    public IReadOnlyList<Problem> Check(JsonObject parts) => [.. Slots.SelectMany(s => Check(s, parts)), .. CheckParts(parts)];

    /// <summary>The slots that have a Thai text and no English one.</summary>
    public IEnumerable<Slot> Untranslated(JsonObject parts) => Slots.Where(s => s.Translatable && s.TextIn(parts).Length > 0 && s.EnglishIn(parts).Length == 0);

    public IEnumerable<Problem> CheckParts(JsonObject parts)
        => Parts.SelectMany(form => form.Check(parts[form.Part]?.AsObject() ?? []).Select(p => p with { Field = $"{form.Part}.{p.Field}" }));

    private static IEnumerable<Problem> Check(Slot slot, JsonObject parts)
        => slot.Field.Kind == FieldKind.Table
            ? FieldValues.CheckRows(slot.Field, slot.ValueIn(parts)).Select(p => p with { Field = $"{slot.Part}.{p.Field}" })
            : FieldValues.Check(slot.Field, slot.ValueIn(parts)) is { } problem ? [problem with { Field = slot.Key }] : [];
}

/// <summary>Makes the sheet of a type from its definition and from what the modules say about their parts.</summary>
internal sealed class ItemSheets(IEnumerable<PartForm> forms, MessageBook words)
{
    public ItemSheet Of(ContentType type, bool withRetired = false)
    {
        var definition = type.Definition;
        var parts = definition.Parts.Select(p => forms.SingleOrDefault(f => f.Part == p)).OfType<PartForm>()
            .Where(f => definition.Creatable || f.Part != nameof(AutoroutePart)).ToList();
        List<SlotGroup> groups = [.. parts.Select(f => new SlotGroup(f.Part, f.LabelKey, [.. f.Fields.Select(p => new Slot(f.Part, Describe(p), p))]))];
        var fields = definition.Fields.Where(f => withRetired || !f.Retired).Select(f => new Slot(type.Name, f)).ToList();

        if (fields.Count > 0)
        {
            groups.Add(new(type.Name, null, fields));
        }

        return new(type.Name, definition, groups, parts);
    }

    private FieldDefinition Describe(PartField field) => new(field.Name, field.Kind, words.Find("th", field.LabelKey), words.Find("en", field.LabelKey))
    {
        HintTh = field.HintKey is { } hint ? words.Find("th", hint) : null,
        HintEn = field.HintKey is { } key ? words.Find("en", key) : null,
        Required = field.Required,
        Translatable = field.English is not null,
        Min = field.Min,
        Max = field.Max,
        Visibility = field.Visibility,
    };
}
