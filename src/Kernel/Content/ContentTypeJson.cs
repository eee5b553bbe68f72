using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>
/// A content type as Orchard Core's step <c>ContentDefinition</c> writes it: the type with its parts, and a part of the type's name with its fields.
/// What Orchard has no word for stands in settings of our own beside Orchard's.
/// </summary>
public static class ContentTypeJson
{
    private const string OwnTypeSettings = "NetworkTypeSettings";
    private const string OwnFieldSettings = "NetworkFieldSettings";
    private const string ListEditor = "PredefinedList";

    // What Orchard's own members say already.
    private static readonly string[] Said =
    [
        nameof(FieldDefinition.Name), nameof(FieldDefinition.Kind), nameof(FieldDefinition.LabelTh), nameof(FieldDefinition.HintTh), nameof(FieldDefinition.Required),
    ];

    // A kind is told by the field and, where Orchard has one field for several, by its editor.
    private static readonly (FieldKind Kind, string Field, string Editor)[] Kinds =
    [
        (FieldKind.Text, "TextField", ""),
        (FieldKind.LongText, "TextField", "TextArea"),
        (FieldKind.Choice, "TextField", ListEditor),
        (FieldKind.RichText, "HtmlField", "Wysiwyg"),
        (FieldKind.Number, "NumericField", ""),
        (FieldKind.Date, "DateField", ""),
        (FieldKind.YesNo, "BooleanField", ""),
        (FieldKind.Link, "LinkField", ""),
        (FieldKind.Reference, "ContentPickerField", ""),
        (FieldKind.Money, "MoneyField", ""),
        (FieldKind.File, "FileField", ""),
        (FieldKind.Image, "ImageField", ""),
        (FieldKind.Place, "PlaceField", ""),
        (FieldKind.Table, "TableField", ""),
    ];

    /// <summary>The fields that Orchard Core lacks, under our names.</summary>
    public static IReadOnlyList<string> OwnFields { get; } = ["MoneyField", "FileField", "ImageField", "PlaceField", "TableField"];

    /// <summary>The type, an element of "ContentTypes".</summary>
    public static JsonObject WriteType(string name, ContentTypeDefinition type)
    {
        var own = Own(type, nameof(type.DisplayTh), nameof(type.Parts), nameof(type.Fields), nameof(type.Creatable), nameof(type.Listable), nameof(type.Draftable), nameof(type.Category));
        return new()
        {
            ["Name"] = name,
            ["DisplayName"] = type.DisplayTh,
            ["Settings"] = new JsonObject
            {
                ["ContentTypeSettings"] = new JsonObject
                {
                    ["Creatable"] = type.Creatable,
                    ["Listable"] = type.Listable,
                    ["Draftable"] = type.Draftable,
                    ["Versionable"] = true,
                    ["Securable"] = false,
                    ["Stereotype"] = "",
                    ["Description"] = "",
                    ["Category"] = type.Category ?? "",
                },
                [OwnTypeSettings] = own,
            },
            ["ContentTypePartDefinitionRecords"] = new JsonArray([.. type.Parts.Concat(type.Fields.Count > 0 ? [name] : []).Index().Select(p => WriteUse(p.Item, p.Index))]),
        };
    }

    /// <summary>The part with the type's own fields, an element of "ContentParts"; null when it has none.</summary>
    public static JsonObject? WritePart(string name, ContentTypeDefinition type) => type.Fields.Count == 0 ? null : new()
    {
        ["Name"] = name,
        ["Settings"] = new JsonObject { ["ContentPartSettings"] = new JsonObject { ["Attachable"] = false } },
        ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. type.Fields.Index().Select(f => WriteField(f.Item, f.Index))]),
    };

    /// <param name="type">An element of "ContentTypes".</param>
    /// <param name="part">The element of "ContentParts" of the same name; null when there is none.</param>
    /// <exception cref="JsonException">A member is missing or of another shape, or a field is of a kind that this product lacks.</exception>
    public static ContentTypeDefinition Read(JsonObject type, JsonObject? part)
    {
        var settings = type["Settings"]?["ContentTypeSettings"];
        var own = type["Settings"]?[OwnTypeSettings]?.DeepClone().AsObject() ?? [];
        var display = type["DisplayName"]?.GetValue<string>() ?? TextOf(type, "Name");
        own[nameof(ContentTypeDefinition.DisplayTh)] = display;
        own[nameof(ContentTypeDefinition.DisplayEn)] ??= display;
        own[nameof(ContentTypeDefinition.Parts)] = new JsonArray([.. InOrder(type["ContentTypePartDefinitionRecords"], "ContentTypePartSettings").Select(p => JsonValue.Create(TextOf(p, "PartName"))).Where(p => p.ToString() != TextOf(type, "Name"))]);
        own[nameof(ContentTypeDefinition.Fields)] = new JsonArray([.. InOrder(part?["ContentPartFieldDefinitionRecords"], "ContentPartFieldSettings").Select(FieldOf)]);

        foreach (var flag in new[] { nameof(ContentTypeDefinition.Creatable), nameof(ContentTypeDefinition.Listable), nameof(ContentTypeDefinition.Draftable) })
        {
            own[flag] = settings?[flag]?.GetValue<bool>() ?? false;
        }

        own[nameof(ContentTypeDefinition.Category)] = settings?["Category"]?.GetValue<string>() is { Length: > 0 } category ? category : null;
        return own.Deserialize<ContentTypeDefinition>(AppJson.Options)!;
    }

    /// <summary>Orchard merges: what a file names is as it says, and what it does not name stays, after it.</summary>
    public static ContentTypeDefinition Merge(ContentTypeDefinition there, ContentTypeDefinition named) => named with
    {
        Parts = [.. named.Parts.Union(there.Parts)],
        Fields = [.. named.Fields, .. there.Fields.Where(f => named.Field(f.Name) is null)],
    };

    private static JsonObject WriteUse(string part, int position) => new()
    {
        ["PartName"] = part,
        ["Name"] = part,
        ["Settings"] = new JsonObject
        {
            ["ContentTypePartSettings"] = new JsonObject
            {
                ["DisplayName"] = "",
                ["Description"] = "",
                ["Position"] = position.ToString(CultureInfo.InvariantCulture),
                ["Editor"] = "",
                ["DisplayMode"] = "",
            },
        },
    };

    private static JsonObject WriteField(FieldDefinition field, int position)
    {
        var (_, name, editor) = Kinds.Single(k => k.Kind == field.Kind);
        JsonObject orchards = new() { ["Hint"] = field.HintTh ?? "", ["Required"] = field.Required };

        if (field.Kind == FieldKind.Number)
        {
            (orchards["Minimum"], orchards["Maximum"]) = (field.Min, field.Max);
        }

        JsonObject settings = new()
        {
            ["ContentPartFieldSettings"] = new JsonObject
            {
                ["DisplayName"] = field.LabelTh,
                ["Description"] = "",
                ["Editor"] = editor,
                ["DisplayMode"] = "",
                ["Position"] = position.ToString(CultureInfo.InvariantCulture),
            },
            [$"{name}Settings"] = orchards,
        };

        if (field.Kind == FieldKind.Choice)
        {
            settings["TextFieldPredefinedListEditorSettings"] = new JsonObject
            {
                ["Options"] = new JsonArray([.. field.Choices.Select(c => new JsonObject { ["name"] = c.LabelTh, ["value"] = c.Value })]),
                ["Editor"] = 0,
                ["DefaultValue"] = field.Default ?? "",
            };
        }

        settings[OwnFieldSettings] = Own(field, Said);
        return new() { ["FieldName"] = name, ["Name"] = field.Name, ["Settings"] = settings };
    }

    private static JsonObject FieldOf(JsonObject record)
    {
        var (name, settings) = (TextOf(record, "FieldName"), record["Settings"]);
        var common = settings?["ContentPartFieldSettings"];
        var editor = common?["Editor"]?.GetValue<string>() ?? "";
        var kinds = Kinds.Where(k => k.Field == name).ToList();

        if (kinds.Count == 0)
        {
            throw new JsonException($"{TextOf(record, "Name")}: there is no field kind {name}");
        }

        // An editor that this product lacks shows the same value in its plain one.
        var kind = kinds.Where(k => k.Editor == editor).Append(kinds[0]).First().Kind;
        var label = common?["DisplayName"]?.GetValue<string>() is { Length: > 0 } display ? display : TextOf(record, "Name");
        var field = settings?[OwnFieldSettings]?.DeepClone().AsObject() ?? Foreign(settings, name);
        field[nameof(FieldDefinition.Name)] = TextOf(record, "Name");
        field[nameof(FieldDefinition.Kind)] = kind.ToString();
        field[nameof(FieldDefinition.LabelTh)] = label;
        field[nameof(FieldDefinition.LabelEn)] ??= label;
        field[nameof(FieldDefinition.HintTh)] = settings?[$"{name}Settings"]?["Hint"]?.GetValue<string>() is { Length: > 0 } hint ? hint : null;
        field[nameof(FieldDefinition.Required)] = settings?[$"{name}Settings"]?["Required"]?.GetValue<bool>() ?? false;
        return field;
    }

    /// <summary>A field that Orchard itself wrote.</summary>
    private static JsonObject Foreign(JsonNode? settings, string name)
    {
        var options = settings?["TextFieldPredefinedListEditorSettings"]?["Options"]?.AsArray() ?? [];
        return new()
        {
            [nameof(FieldDefinition.Min)] = settings?[$"{name}Settings"]?["Minimum"]?.DeepClone(),
            [nameof(FieldDefinition.Max)] = settings?[$"{name}Settings"]?["Maximum"]?.DeepClone(),
            [nameof(FieldDefinition.Choices)] = new JsonArray([.. options.Select(o => new JsonObject
            {
                [nameof(FieldChoice.Value)] = o!["value"]!.DeepClone(),
                [nameof(FieldChoice.LabelTh)] = o["name"]!.DeepClone(),
                [nameof(FieldChoice.LabelEn)] = o["name"]!.DeepClone(),
            })]),
        };
    }

    private static IEnumerable<JsonObject> InOrder(JsonNode? records, string settings)
        => (records?.AsArray() ?? []).Select(r => r!.AsObject())
            .OrderBy(r => double.TryParse(r["Settings"]?[settings]?["Position"]?.ToString(), CultureInfo.InvariantCulture, out var position) ? position : double.MaxValue);

    private static string TextOf(JsonObject json, string member) => json[member]?.GetValue<string>() ?? throw new JsonException($"{member} is missing");

    /// <summary>What is left to say: all members but those, without what is as it is anyway.</summary>
    private static JsonObject Own<T>(T value, params string[] said)
    {
        var own = JsonSerializer.SerializeToNode(value, AppJson.Options)!.AsObject();
        var plain = own.Where(p => said.Contains(p.Key) || IsPlain(p.Key, p.Value)).Select(p => p.Key).ToList();
        plain.ForEach(member => own.Remove(member));
        return own;
    }

    private static bool IsPlain(string member, JsonNode? value)
        => value is null or JsonArray { Count: 0 }
            || (value is JsonValue single && single.GetValueKind() == JsonValueKind.False)
            || (member == nameof(FieldDefinition.Visibility) && value.ToString() == nameof(FieldVisibility.Public));
}
