using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Web.Demo;
using CommunityBusinessNetwork.Web.Demo.Playing;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace CommunityBusinessNetwork.Tests.Demo;

public sealed class DemoBuilderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);
    private readonly SiteFolders _folders = new("", Directory.CreateTempSubdirectory("demo-test-").FullName);

    [Fact]
    public async Task Build_OverAnOlderSite_ReplacesItAndLeavesNothingBeside()
    {
        Read<string>("pragma journal_mode=wal");
        Directory.CreateDirectory(Path.Combine(_folders.Data, "demo-being-built-killed"));
        var day = Scene.On(5, 6, 8);

        await Builder().BuildAsync(day, Now, TestContext.Current.CancellationToken);

        Assert.Equal(["site.db"], Directory.EnumerateFileSystemEntries(_folders.Data).Select(Path.GetFileName));
        Assert.Equal((long)(day - Now).TotalMilliseconds, Read<long>($"select value from site_settings where name = '{SettingNames.DemoClockOffset}'"));
        Assert.Equal(76, Read<long>("select count(*) from slots"));
        Assert.Equal(76, Read<long>("select count(*) from entries"));
    }

    [Fact]
    public async Task Build_StoppedInTheMiddle_LeavesWhatWasThere()
    {
        await File.WriteAllTextAsync(_folders.Database, "old", TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Builder().BuildAsync(DemoDay.Default.At, Now, stop.Token));

        Assert.Equal("old", await File.ReadAllTextAsync(_folders.Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Build_InProduction_Stops()
    {
        await Assert.ThrowsAsync<Kernel.Recipes.RecipeException>(
            () => new DemoBuilder(SiteFolders.Recipes, _folders, "Production").BuildAsync(DemoDay.Default.At, Now, TestContext.Current.CancellationToken));

        Assert.False(File.Exists(_folders.Database));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folders.Data, recursive: true);
    }

    private DemoBuilder Builder() => new(SiteFolders.Recipes, _folders, "Development");

    private T Read<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folders.Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }
}
