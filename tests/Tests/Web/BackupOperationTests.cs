using System.IO.Compression;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Web.Backups;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Web;

public sealed class BackupOperationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("backup-tests-").FullName;
    private readonly List<TestDatabase> _databases = [];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private string Zip => Path.Combine(_folder, "site.zip");

    [Fact]
    public async Task A_restored_site_is_what_it_was()
    {
        var (folders, database) = await SiteAsync("one", "ชื่อเดิม");
        var made = await new SiteBackup(folders, database, TimeProvider.System).WriteAsync(Zip, Now);
        Assert.Equal(["site", "files/ab/one", "keys/key.xml"], made.Files.Select(f => f.Name.Replace(".db", "", StringComparison.Ordinal).Replace(".dump", "", StringComparison.Ordinal)));
        var (other, place) = Empty("two");

        var restored = await new SiteRestore(other, place).RunAsync(Zip, replace: TestDatabase.IsPostgres, Now);

        Assert.Equal(made.AuditHash, restored.AuditHash);
        Assert.Equal(await AuditHead.OfAsync(database, Now), await AuditHead.OfAsync(place, Now));
        Assert.Equal("one", await File.ReadAllTextAsync(Path.Combine(other.Files, "ab", "one"), Now));
        Assert.Equal("a key", await File.ReadAllTextAsync(Path.Combine(other.Keys, "key.xml"), Now));
        Assert.Equal("ชื่อเดิม", SiteName(place));
        Assert.Empty(Directory.GetDirectories(other.Data, "back-up-*"));
    }

    [Fact]
    public async Task A_site_that_is_there_goes_only_when_asked()
    {
        var (folders, database) = await SiteAsync("one", "ชื่อเดิม");
        await new SiteBackup(folders, database, TimeProvider.System).WriteAsync(Zip, Now);
        var (other, place) = await SiteAsync("two", "ชื่อใหม่");
        SiteRestore restore = new(other, place);

        await Assert.ThrowsAsync<IOException>(() => restore.RunAsync(Zip, replace: false, Now));
        Assert.Equal("ชื่อใหม่", SiteName(place));

        await restore.RunAsync(Zip, replace: true, Now);
        Assert.Equal("ชื่อเดิม", SiteName(place));
    }

    [Fact]
    public async Task A_damaged_back_up_changes_nothing()
    {
        var (folders, database) = await SiteAsync("one", "ชื่อเดิม");
        await new SiteBackup(folders, database, TimeProvider.System).WriteAsync(Zip, Now);

        await using (var zip = await ZipFile.OpenAsync(Zip, ZipArchiveMode.Update, Now))
        {
            zip.GetEntry("files/ab/one")!.Delete();
            await using var entry = await zip.CreateEntry("files/ab/one").OpenAsync(Now);
            await entry.WriteAsync("two"u8.ToArray(), Now);
        }

        var (other, place) = await SiteAsync("two", "ชื่อใหม่");
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => new SiteRestore(other, place).RunAsync(Zip, replace: true, Now));
        Assert.Contains("files/ab/one", fault.Message, StringComparison.Ordinal);
        Assert.Equal("ชื่อใหม่", SiteName(place));
        Assert.Empty(Directory.GetDirectories(other.Data, "back-up-*"));
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_is_refused()
    {
        await using (var zip = await ZipFile.OpenAsync(Zip, ZipArchiveMode.Create, Now))
        {
            await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(Now);
            await System.Text.Json.JsonSerializer.SerializeAsync(
                entry, new BackupManifest(DateTimeOffset.UnixEpoch, TestDatabase.IsPostgres ? "postgres" : "sqlite", 0, null, [new("../outside", 0, "")]), AppJson.Options, Now);
        }

        var (other, place) = Empty("two");
        await Assert.ThrowsAsync<InvalidDataException>(() => new SiteRestore(other, place).RunAsync(Zip, replace: true, Now));
        Assert.False(File.Exists(Path.Combine(_folder, "outside")));
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        await File.WriteAllTextAsync(Zip, "mine", Now);
        var (folders, database) = await SiteAsync("one", "ชื่อเดิม");
        await Assert.ThrowsAsync<IOException>(() => new SiteBackup(folders, database, TimeProvider.System).WriteAsync(Zip, Now));
        Assert.Equal("mine", await File.ReadAllTextAsync(Zip, Now));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _databases.ForEach(d => d.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    private static string SiteName(AppDatabase database)
    {
        var name = new SiteSettings(database).Get(SettingNames.SiteName, "");

        // A site that is restored does not run: nobody has its database open.
        SqliteConnection.ClearAllPools();
        return name;
    }

    private (SiteFolders Folders, AppDatabase Database) Empty(string name)
    {
        SiteFolders folders = new(_folder, Directory.CreateDirectory(Path.Combine(_folder, name)).FullName);

        if (!TestDatabase.IsPostgres)
        {
            return (folders, AppDatabase.Sqlite(folders.Database));
        }

        _databases.Add(TestDatabase.Make());
        return (folders, _databases[^1].Database);
    }

    private async Task<(SiteFolders Folders, AppDatabase Database)> SiteAsync(string content, string siteName)
    {
        var (folders, database) = Empty(content + siteName.Length);
        await database.MigrateAsync(SiteModules.Catalogue, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, Now);
        Directory.CreateDirectory(Path.Combine(folders.Files, "ab"));
        await File.WriteAllTextAsync(Path.Combine(folders.Files, "ab", "one"), content, Now);
        Directory.CreateDirectory(folders.Keys);
        await File.WriteAllTextAsync(Path.Combine(folders.Keys, "key.xml"), "a key", Now);
        using var given = new Given(database);
        await given.InDbAsync(async db =>
        {
            await given.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.SiteName, siteName, Now);
            return 0;
        });
        SqliteConnection.ClearAllPools();
        return (folders, database);
    }
}
