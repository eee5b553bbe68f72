using System.Globalization;
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

    public static string Csv(IEnumerable<GroupRow> rows)
        => string.Concat(rows.Select(row => Kernel.Files.Csv.Line(row.Cells())).Prepend(Kernel.Files.Csv.Line(Columns)).Prepend(Kernel.Files.Csv.ByteOrderMark));

    private IEnumerable<string?> Cells() =>
    [
        GroupCode, FiscalYear.ToString(CultureInfo.InvariantCulture), NameTh, NameEn, ProvinceCode, ProvinceTh, ProvinceEn, Region,
        Business, Tier, AwardedBaht.ToString("0.00", CultureInfo.InvariantCulture), PaidBaht.ToString("0.00", CultureInfo.InvariantCulture), Progress,
    ];
}
