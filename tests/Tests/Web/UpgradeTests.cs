using System.IO.Compression;
using System.Net;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBusinessNetwork.Tests.Web;

/// <summary>Today's program on the database of the first release: a demo played to 10 August 2563, whose audit was cut after 900 rows to keep the file small.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cbn-upgrade-").FullName;
    private OldSite _site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using (var packed = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Web", "fixtures", "site-202611242201.db.br")))
        await using (var database = File.Create(Path.Combine(_folder, "site.db")))
        {
            await new BrotliStream(packed, CompressionMode.Decompress).CopyToAsync(database, Ct);
        }

        _site = new(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task OldDatabase_IsServedByTheNewProgram_AndNothingIsLost()
    {
        using var browser = _site.CreateClient(new() { AllowAutoRedirect = false });

        foreach (var address in new[] { "/", "/groups", "/groups/sg-50-01", "/results", "/en" })
        {
            using var page = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
            Assert.Equal((address, HttpStatusCode.OK), (address, page.StatusCode));
        }

        await InDbAsync(async db =>
        {
            Assert.Equal(76, await db.Set<Entry>().CountAsync(Ct));
            Assert.Null(await AuditChain.VerifyAsync(db.Audit.AsNoTracking().OrderBy(r => r.Number).AsAsyncEnumerable(), Ct));

            // Roles that stood as a list only are rows now, by which people are found.
            var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.UserName == "demo-province-officer-43", Ct);
            Assert.Equal(account.Roles.Select(r => (r.Role, r.Area.Path)), account.Held.Select(h => (h.Role, h.AreaPath)));
        });
    }

    [Fact]
    public async Task RightsOfTheNewProgram_GoToTheRolesThatHoldThemFromTheStart_Once()
    {
        using (_site.CreateClient())
        {
            await InDbAsync(async db =>
            {
                Assert.Contains("accounts.act-for-others", (await db.Set<Role>().SingleAsync(r => r.Name == Roles.Administrator, Ct)).Permissions);
                Assert.DoesNotContain("accounts.act-for-others", (await db.Set<Role>().SingleAsync(r => r.Name == Roles.Auditor, Ct)).Permissions);
            });
        }

        // What the staff took away stays away.
        await InDbAsync(async db =>
        {
            var role = await db.Set<Role>().SingleAsync(r => r.Name == Roles.Administrator, Ct);
            role.Set(role.Description, [.. role.Permissions.Where(p => p != "accounts.act-for-others")]);
            await db.SaveAsync(CurrentUser.System, Ct);
        });
        await _site.Services.GetRequiredService<NewPermissions>().GrantAsync(Ct);
        await InDbAsync(async db => Assert.DoesNotContain("accounts.act-for-others", (await db.Set<Role>().SingleAsync(r => r.Name == Roles.Administrator, Ct)).Permissions));
    }

    [Fact]
    public async Task SchemaOfAnUpgradedDatabase_IsThatOfANewOne()
    {
        using (_site.CreateClient())
        {
            var fresh = AppDatabase.Sqlite(Path.Combine(_folder, "fresh.db"));
            await fresh.MigrateAsync(SiteModules.Catalogue, NullLoggerFactory.Instance, Ct);
            Assert.Equal(await SchemaAsync(fresh), await SchemaAsync(AppDatabase.Sqlite(Path.Combine(_folder, "site.db"))));
        }
    }

    private static async Task<List<string>> SchemaAsync(AppDatabase database)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "select m.type || ' ' || m.name || coalesce('.' || p.name || ' ' || p.type || ' ' || p.\"notnull\", '') from sqlite_master m left join pragma_table_info(m.name) p order by 1";
        await using var rows = await command.ExecuteReaderAsync(Ct);
        List<string> found = [];

        while (await rows.ReadAsync(Ct))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private async Task InDbAsync(Func<AppDb, Task> work)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private sealed class OldSite(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment("Production")
            .UseSetting("Data:Folder", folder)
            .ConfigureLogging(logging => logging.ClearProviders());
    }
}
