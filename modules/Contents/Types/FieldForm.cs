using System.Globalization;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;

namespace CommunityBusinessNetwork.Contents.Types;

/// <summary>One choice as typed.</summary>
public sealed class ChoiceForm
{
    public string? Value { get; set; }
    public string? LabelTh { get; set; }
    public string? LabelEn { get; set; }

    internal bool IsBlank => string.IsNullOrWhiteSpace(Value) && string.IsNullOrWhiteSpace(LabelTh) && string.IsNullOrWhiteSpace(LabelEn);
}

/// <summary>One column of a table as typed.</summary>
public sealed class ColumnForm
{
    public string? Name { get; set; }
    public FieldKind Kind { get; set; }
    public string? LabelTh { get; set; }
    public string? LabelEn { get; set; }
    public bool Required { get; set; }

    internal bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(LabelTh) && string.IsNullOrWhiteSpace(LabelEn);
}

/// <summary>A field of a type as typed in the Desk.</summary>
public sealed partial class FieldForm
{
    private const int SpareRows = 3;

    /// <summary>Kinds that a column of a table may have: those that one control edits.</summary>
    internal static readonly IReadOnlyList<FieldKind> ColumnKinds = [FieldKind.Text, FieldKind.LongText, FieldKind.Number, FieldKind.Money, FieldKind.Date, FieldKind.YesNo];

    public string? Name { get; set; }
    public FieldKind Kind { get; set; }
    public string? LabelTh { get; set; }
    public string? LabelEn { get; set; }
    public string? HintTh { get; set; }
    public string? HintEn { get; set; }
    public string? Section { get; set; }
    public bool Required { get; set; }
    public bool Translatable { get; set; }
    public bool Listed { get; set; }
    public FieldVisibility Visibility { get; set; }
    public bool Identifying { get; set; }
    public decimal? Min { get; set; }
    public decimal? Max { get; set; }
    public string? Default { get; set; }
    public IList<ChoiceForm> Choices { get; set; } = [];
    public IList<ColumnForm> Columns { get; set; } = [];

    internal static FieldForm Of(FieldDefinition field) => new()
    {
        Name = field.Name,
        Kind = field.Kind,
        LabelTh = field.LabelTh,
        LabelEn = field.LabelEn,
        HintTh = field.HintTh,
        HintEn = field.HintEn,
        Section = field.Section,
        Required = field.Required,
        Translatable = field.Translatable,
        Listed = field.Listed,
        Visibility = field.Visibility,
        Identifying = field.Identifying,
        Min = field.Min,
        Max = field.Max,
        Default = FieldControls.Typed(field, field.Default ?? ""),
        Choices = [.. field.Choices.Select(c => new ChoiceForm { Value = c.Value, LabelTh = c.LabelTh, LabelEn = c.LabelEn })],
        Columns = [.. field.Columns.Select(c => new ColumnForm { Name = c.Name, Kind = c.Kind, LabelTh = c.LabelTh, LabelEn = c.LabelEn, Required = c.Required })],
    };

    /// <summary>Blank rows to write into; those left blank are not kept.</summary>
    internal void AddSpareRows()
    {
        while (Kind == FieldKind.Choice && Choices.Count(c => c.IsBlank) < SpareRows)
        {
            Choices.Add(new());
        }

        while (Kind == FieldKind.Table && Columns.Count(c => c.IsBlank) < SpareRows)
        {
            Columns.Add(new());
        }
    }

    /// <summary>The definition that was typed.</summary>
    /// <param name="before">What the field was; what no form shows of it stays.</param>
    internal FieldDefinition Read(FieldDefinition? before, List<Problem> problems)
    {
        var kind = before?.Kind ?? Kind;
        var field = (before ?? new(Text(Name), kind, "", "")) with
        {
            LabelTh = Text(LabelTh),
            LabelEn = Text(LabelEn),
            HintTh = OrNull(HintTh),
            HintEn = OrNull(HintEn),
            Section = OrNull(Section),
            Required = Required,
            Translatable = Translatable && kind is FieldKind.Text or FieldKind.LongText or FieldKind.RichText,
            Listed = Listed && kind is not (FieldKind.RichText or FieldKind.LongText or FieldKind.Table or FieldKind.File or FieldKind.Image),
            Visibility = Visibility,
            Identifying = Identifying,
            Min = Min,
            Max = Max,
            Choices = kind == FieldKind.Choice ? [.. Choices.Where(c => !c.IsBlank).Select(c => new FieldChoice(Text(c.Value), Text(c.LabelTh), Text(c.LabelEn)))] : [],
            Columns = kind == FieldKind.Table ? ReadColumns(before) : [],
        };
        problems.AddRange(Check(field));
        return problems.Count > 0 ? field : field with { Default = ReadDefault(field, problems) };
    }

    private List<FieldDefinition> ReadColumns(FieldDefinition? before)
        => [.. Columns.Where(c => !c.IsBlank).Select(c => (before?.Columns.SingleOrDefault(b => b.Name == Text(c.Name)) ?? new(Text(c.Name), c.Kind, "", "")) with
        {
            Kind = c.Kind, LabelTh = Text(c.LabelTh), LabelEn = Text(c.LabelEn), Required = c.Required,
        })];

    private string? ReadDefault(FieldDefinition field, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(Default) || field.Kind is FieldKind.Table or FieldKind.File or FieldKind.Image or FieldKind.Reference)
        {
            return null;
        }

        if (field.Kind == FieldKind.Choice && field.Choices.All(c => c.Value != Default.Trim()))
        {
            problems.Add(new("contents.default-no-choice", nameof(Default)));
            return null;
        }

        var value = FieldValues.Read(field, Default, out var problem);
        problems.AddRange(problem is null ? [] : [problem with { Field = nameof(Default) }]);
        return value is null ? null : FieldValues.TextOf(field, value);
    }

    private static IEnumerable<Problem> Check(FieldDefinition field)
    {
        if (!FieldName().IsMatch(field.Name))
        {
            yield return new("contents.field-name-invalid", nameof(Name));
        }

        if (field.LabelTh.Length == 0)
        {
            yield return new("fields.required", nameof(LabelTh));
        }

        if (field.LabelEn.Length == 0)
        {
            yield return new("fields.required", nameof(LabelEn));
        }

        if (field.Min > field.Max)
        {
            yield return new("contents.limits-crossed", nameof(Max));
        }

        if (field.Kind == FieldKind.Choice && (field.Choices.Count == 0 || field.Choices.Any(c => c.Value.Length == 0 || c.LabelTh.Length == 0) || field.Choices.DistinctBy(c => c.Value).Count() < field.Choices.Count))
        {
            yield return new("contents.choices-invalid", string.Create(CultureInfo.InvariantCulture, $"{nameof(Choices)}[0].{nameof(ChoiceForm.Value)}"));
        }

        if (field.Kind == FieldKind.Table && (field.Columns.Count == 0 || field.Columns.Any(c => !FieldName().IsMatch(c.Name) || c.LabelTh.Length == 0 || !ColumnKinds.Contains(c.Kind)) || field.Columns.DistinctBy(c => c.Name).Count() < field.Columns.Count))
        {
            yield return new("contents.columns-invalid", string.Create(CultureInfo.InvariantCulture, $"{nameof(Columns)}[0].{nameof(ColumnForm.Name)}"));
        }
    }

    private static string Text(string? typed) => typed?.Trim() ?? "";

    private static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,39}$")]
    private static partial Regex FieldName();
}
