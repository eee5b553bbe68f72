using System.Globalization;
using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>What a file of fields came to: the fields, or everything that is wrong with it, each with its path ("letter.subject: missing").</summary>
internal sealed record LetterFieldsRead(LetterFields? Fields, IReadOnlyList<string> Faults);

/// <summary>Reads the fields of a letter from JSON. Properties it does not know are left alone.</summary>
internal static class LetterFieldsFile
{
    public static LetterFieldsRead Read(string json)
    {
        JsonDocument document;

        try
        {
            document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException broken)
        {
            return new(null, [$"no JSON at line {broken.LineNumber + 1}"]);
        }

        using (document)
        {
            JsonFields root = new(document.RootElement, "");
            var letter = root.Object("letter");
            var enclosures = letter.List("enclosures", required: false, e => new EnclosureField(e.Text("title"), e.Whole("count"), e.Text("unit")));
            var head = Head(letter, enclosures);
            var programme = enclosures.Count > 0 ? Programme(root.Object("programme")) : null;
            return root.Faults.Count > 0 ? new(null, root.Faults) : new(new(head, programme), []);
        }
    }

    private static HeadFields Head(JsonFields letter, IReadOnlyList<EnclosureField> enclosures)
    {
        var isCircular = letter.Flag("isCircular");

        return new()
        {
            RegisterNo = letter.Text("registerNo"),
            IsCircular = isCircular,
            Date = letter.Day("date"),
            Subject = letter.Text("subject"),
            Salutation = letter.Text("salutation"),
            Addressee = letter.Text("addressee"),
            References = letter.Texts("references"),
            Enclosures = enclosures,
            FiscalYearBe = letter.Whole("fiscalYearBE"),
            Department = letter.Text("department"),
            ProjectName = letter.Text("projectName"),
            Objective = letter.Text("objective"),
            GroupKind = letter.Text("groupKind"),
            // A circular letter may speak of all groups of the province; one that names its group names it whole.
            Group = isCircular && !letter.Has("village")
                ? null
                : new(letter.Text("village"), letter.Has("moo") ? letter.Whole("moo") : null, letter.Text("tambon"), letter.Text("amphoe")),
            Event = isCircular && !letter.Has("eventDate")
                ? null
                : new(letter.Day("eventDate"), letter.Clock("eventStart"), letter.Clock("eventEnd")),
            Closing = letter.Text("closing"),
            Office = Office(letter),
        };
    }

    private static OfficeFields Office(JsonFields letter) => new()
    {
        ProvinceAbbr = letter.Text("provinceAbbr"),
        UnitCode = letter.Text("unitCode"),
        Issuer = letter.Text("issuer"),
        Street = letter.TextOrNone("street"),
        Postcode = letter.Text("postcode"),
        Province = letter.Text("province"),
        SignerName = letter.Text("signerName"),
        SignerPosition = letter.Text("signerPosition"),
        Capacity = letter.TextOrNone("capacity"),
        OnBehalfOf = letter.TextOrNone("onBehalfOf"),
        OwnerUnit = letter.Text("ownerUnit"),
        OwnerSubUnit = letter.TextOrNone("ownerSubUnit"),
        Phone = letter.TextOrNone("phone"),
        Motto = letter.TextOrNone("motto"),
    };

    private static GuidelineFields Programme(JsonFields programme) => new()
    {
        PriorProject = programme.Text("priorProject"),
        PriorYearBe = programme.Whole("priorYearBE"),
        ClipMaxMinutes = programme.Number("clipMaxMinutes"),
        SubmitBy = programme.Due("submitBy"),
        TargetCount = programme.Whole("targetCount"),
        ShortlistCount = programme.Whole("shortlistCount"),
        Round1By = programme.Due("round1By"),
        Round2By = programme.Due("round2By"),
        Tiers = programme.List("tiers", required: true, t => new TierField(t.Text("name"), t.Whole("count"), t.Baht("award"))),
        AwardMonth = programme.Due("awardMonth"),
        ProcureBy = programme.Due("procureBy"),
        BpmBy = programme.Due("bpmBy"),
        EvaluateBy = programme.Due("evaluateBy"),
    };

    /// <summary>One object of the file and the path to it. Faults are collected, so that a reader mends them all at once.</summary>
    private sealed class JsonFields(JsonElement element, string path)
    {
        public List<string> Faults { get; private init; } = [];

        public bool Has(string name) => Find(name) is not null;

        public JsonFields Object(string name)
        {
            if (Find(name) is { ValueKind: JsonValueKind.Object } found)
            {
                return Under(found, At(name));
            }

            Faults.Add($"{At(name)}: {(Has(name) ? "not an object" : "missing")}");

            // Its fields are missing with it; naming each of them would say nothing new.
            return new(default, At(name)) { Faults = [] };
        }

        public IReadOnlyList<T> List<T>(string name, bool required, Func<JsonFields, T> read)
        {
            if (Find(name) is not { } found)
            {
                return required ? Fault<IReadOnlyList<T>>(name, "missing", []) : [];
            }

            return found.ValueKind == JsonValueKind.Array && (!required || found.GetArrayLength() > 0)
                ? [.. found.EnumerateArray().Select((item, at) => read(Under(item, $"{At(name)}[{at}]")))]
                : Fault<IReadOnlyList<T>>(name, "not a list", []);
        }

        public IReadOnlyList<string> Texts(string name)
            => Find(name) is not { } found ? []
                : found.ValueKind == JsonValueKind.Array && found.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String) ? [.. found.EnumerateArray().Select(i => i.GetString()!)]
                : Fault<IReadOnlyList<string>>(name, "not a list of texts", []);

        public string Text(string name) => TextOrNone(name) ?? (Faulty(name) ? "" : Fault(name, "missing", ""));

        /// <summary>A text; a number is taken as its digits. Empty is none.</summary>
        public string? TextOrNone(string name) => Find(name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim() is { Length: > 0 } typed ? typed : null,
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            null => null,
            _ => Fault<string?>(name, "not a text", null),
        };

        public bool Flag(string name) => Find(name) switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } or null => false,
            _ => Fault(name, "neither true nor false", false),
        };

        public int Whole(string name)
            => Parse(name, "a whole number", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);

        public decimal Number(string name)
            => Parse(name, "a number", text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null);

        public Money Baht(string name) => Parse(name, "an amount in baht", text => Money.TryParse(text, out var amount) ? amount : (Money?)null);

        public DateOnly Day(string name)
            => Parse(name, "a date like 2020-05-13", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

        public TimeOnly Clock(string name) => Parse(name, "a time like 08:30", text => ThaiDateParser.TryParseTime(text, out var time) ? time : (TimeOnly?)null);

        public DueBy Due(string name) => Parse(name, "a date like 2020-05-29 or a month like 2020-06", text
            => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? new(month, IsMonth: true)
                : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(day, IsMonth: false)
                : (DueBy?)null);

        private T Parse<T>(string name, string what, Func<string, T?> parse)
            where T : struct
            => Text(name) is not { Length: > 0 } text ? default : parse(ThaiDigits.ToAscii(text)) ?? Fault(name, $"not {what}", default(T));

        private JsonElement? Find(string name)
            => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

        private T Fault<T>(string name, string what, T instead)
        {
            Faults.Add($"{At(name)}: {what}");
            return instead;
        }

        private bool Faulty(string name) => Faults.Any(f => f.StartsWith($"{At(name)}: ", StringComparison.Ordinal));

        private JsonFields Under(JsonElement found, string at) => new(found, at) { Faults = Faults };

        private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";
    }
}
