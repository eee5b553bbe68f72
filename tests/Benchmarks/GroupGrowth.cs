using System.Globalization;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.Data.Sqlite;

namespace CommunityBusinessNetwork.Benchmarks;

/// <summary>Adds groups to the index of an SQLite site that does not run, spread over the provinces: enough to measure its lists.</summary>
internal static class GroupGrowth
{
    private const string Insert = """
        insert into group_index (item_id, code, slug, name_th, name_en, sort_key, province_code, region, district_th, village_th, business_type, area_path, published)
        values ($item, $code, $code, $name, null, $sort, $province, $region, 'ทดสอบ', 'ทดสอบ', 'rice', $area, 0)
        """;

    public static async Task RunAsync(string database, int count)
    {
        await using SqliteConnection connection = new($"Data Source={database}");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Insert;
        var parameters = new[] { "$item", "$code", "$name", "$sort", "$province", "$region", "$area" }.ToDictionary(n => n, n => command.Parameters.Add(n, SqliteType.Text));

        for (var at = 1; at <= count; at++)
        {
            var province = Provinces.All[at % Provinces.All.Count];
            var name = string.Create(CultureInfo.InvariantCulture, $"กลุ่มออมทรัพย์เพื่อการผลิตบ้านทดสอบ {at:000000}");
            parameters["$item"].Value = string.Create(CultureInfo.InvariantCulture, $"grown{at:000000000000000000000}");
            parameters["$code"].Value = string.Create(CultureInfo.InvariantCulture, $"grown-{at:000000}");
            parameters["$name"].Value = name;
            parameters["$sort"].Value = ThaiSort.Key(name);
            parameters["$province"].Value = province.Code;
            parameters["$region"].Value = province.Region;
            parameters["$area"].Value = Kernel.Access.Area.Province(province.Code).Path;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        await using var statistics = connection.CreateCommand();
        statistics.CommandText = "analyze";
        await statistics.ExecuteNonQueryAsync();
    }
}
