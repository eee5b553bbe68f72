using System.Globalization;
using System.Text;
using CommunityBusinessNetwork.Showcase.Publications;

namespace CommunityBusinessNetwork.Showcase.OpenData;

/// <summary>A group as open data: one row of the CSV, one object of the JSON. The dictionary of its columns is on /data.</summary>
public sealed record GroupRow(
    string GroupCode, int FiscalYear, string NameTh, string? NameEn, string ProvinceCode, string ProvinceTh, string ProvinceEn, string Region,
    string Business, string Tier, decimal AwardedBaht, decimal PaidBaht, string Progress)
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "group_code", "fiscal_year", "name_th", "name_en", "province_code", "province_th", "province_en", "region",
        "business", "tier", "awarded_baht", "paid_baht", "progress",
    ];

    public static GroupRow Of(GroupCard group, int year) => new(
        group.Code, year, group.NameTh, group.NameEn, group.ProvinceCode, group.Province.NameTh, group.Province.NameEn, group.Region,
        group.Business.NameTh, group.Tier.Code, group.Award.Baht, group.Paid.Baht, group.Progress.ToString().ToLowerInvariant());

    /// <summary>With a byte order mark, without which a spreadsheet takes Thai for something else.</summary>
    public static string Csv(IEnumerable<GroupRow> rows)
    {
        StringBuilder csv = new("\uFEFF");
        csv.AppendJoin(',', Columns).Append("\r\n");
        foreach (var row in rows)
        {
            csv.AppendJoin(',', row.Cells().Select(Cell)).Append("\r\n");
        }

        return csv.ToString();
    }

    private IEnumerable<string?> Cells() =>
    [
        GroupCode, FiscalYear.ToString(CultureInfo.InvariantCulture), NameTh, NameEn, ProvinceCode, ProvinceTh, ProvinceEn, Region,
        Business, Tier, AwardedBaht.ToString("0.00", CultureInfo.InvariantCulture), PaidBaht.ToString("0.00", CultureInfo.InvariantCulture), Progress,
    ];

    /// <summary>A cell that begins like a formula gets an apostrophe, so that a spreadsheet does not run it.</summary>
    private static string Cell(string? text)
    {
        text ??= "";
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
