using System.Globalization;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.Data.Sqlite;

namespace CommunityBusinessNetwork.Benchmarks;

/// <summary>Adds pages to the content of an SQLite site that does not run, each with a text of a kilobyte: enough to measure the Desk's list of all items.</summary>
internal static class ItemGrowth
{
    private const string Insert = """
        insert into content_items (id, version, item_id, item_version_id, number, content_type, type_number, display_text, sort_key, latest, published, owner, author, area_path, created_utc, modified_utc, published_utc, parts)
        values ($id, 1, $item, $item, 1, 'Page', 1, $title, $sort, 1, 1, 'grown', 'grown', 'th', $at, $at, $at, $parts)
        """;

    private static readonly string Text = string.Concat(Enumerable.Repeat("ข้อความของหน้าที่ยาวพอสมควร ", 14));

    public static async Task RunAsync(string database, int count)
    {
        await using SqliteConnection connection = new($"Data Source={database}");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Insert;
        var texts = new[] { "$id", "$item", "$title", "$sort", "$parts" }.ToDictionary(n => n, n => command.Parameters.Add(n, SqliteType.Text));
        var at = command.Parameters.Add("$at", SqliteType.Integer);

        for (var number = 1; number <= count; number++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"หน้าทดสอบ {number:000000}");
            texts["$id"].Value = Guid.CreateVersion7().ToString().ToUpperInvariant();
            texts["$item"].Value = string.Create(CultureInfo.InvariantCulture, $"grown{number:000000000000000000000}");
            texts["$title"].Value = title;
            texts["$sort"].Value = ThaiSort.Key(title);
            texts["$parts"].Value = $$$"""{"TitlePart":{"Title":"{{{title}}}"},"HtmlBodyPart":{"Html":"<p>{{{Text}}}</p>"}}""";
            at.Value = 1_500_000_000_000 + (number * 60_000L);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        await using var statistics = connection.CreateCommand();
        statistics.CommandText = "analyze";
        await statistics.ExecuteNonQueryAsync();
    }
}
