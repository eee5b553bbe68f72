using System.Text.Json;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Imports;

namespace CommunityBusinessNetwork.Groups.Tables;

/// <summary>A column that holds one property of a part, with the same rules as in the form.</summary>
/// <param name="Property">Its name in the part's JSON.</param>
internal sealed record PartColumn(ImportColumn Column, string Part, string Property, PartField Field);

/// <summary>The columns of the table of groups.</summary>
internal static class GroupColumns
{
    public static readonly ImportColumn Code = new("code", "groups.code") { Required = true, HintKey = "groups.code-hint", Example = "SG-43-01" };
    public static readonly ImportColumn NameTh = new("name_th", "groups.name") { Required = true, ExampleKey = "groups.example.name_th" };
    public static readonly ImportColumn NameEn = new("name_en", "groups.name-en") { Example = "Ban Tua Yang Savings Group" };
    public static readonly ImportColumn Province = new("province_code", "groups.province") { Required = true, HintKey = "groups.province-hint", Example = "43" };
    public static readonly ImportColumn District = new("district_code", "groups.district-code") { Required = true, HintKey = "groups.district-code-hint", Example = "4301" };

    private static readonly Dictionary<string, string> Examples = new()
    {
        ["moo"] = "4", ["postcode"] = "43000", ["founded_be"] = "2540", ["members"] = "212", ["members_female"] = "130", ["committee"] = "15",
        ["savings"] = "1250000.00", ["loans"] = "900000.00", ["welfare_fund"] = "85000.00", ["revenue_last_year"] = "640000.00", ["profit_last_year"] = "92000.00",
        ["jobs"] = "12", ["phone"] = "0812345678", ["email"] = "group@example.com",
    };

    private static readonly string[] InThai = ["district_th", "subdistrict_th", "village_th", "business_types", "chair_th", "contact_th"];

    public static readonly IReadOnlyList<PartColumn> Parts = [.. GroupPartForms.All.SelectMany(form => form.Fields.SelectMany(field => Of(form, field)))];

    public static readonly IReadOnlyList<ImportColumn> All = [Code, NameTh, NameEn, Province, District, .. Parts.Select(p => p.Column)];

    private static IEnumerable<PartColumn> Of(PartForm form, PartField field)
    {
        yield return new(Column(field.Name, field.LabelKey) with { Required = field.Required, HintKey = field.Lines ? "groups.businesses-cell" : null }, form.Part, field.Name, field);

        if (field.English is { } english)
        {
            yield return new(Column(english, "groups.result-en"), form.Part, english, field with { Required = false });
        }
    }

    private static ImportColumn Column(string property, string label)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
        return new(name, label) { Example = Examples.GetValueOrDefault(name, ""), ExampleKey = InThai.Contains(name) ? $"groups.example.{name}" : null };
    }
}
