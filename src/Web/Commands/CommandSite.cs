using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Commands;

/// <summary>The site that is configured where a command runs: its folders and its database, without a host.</summary>
internal sealed record CommandSite(SiteFolders Folders, AppDatabase Database, IHostEnvironment Environment)
{
    public static CommandSite Open()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = SiteFolders.FindRoot() });
        var folders = SiteFolders.From(builder.Configuration["Data:Folder"]);
        return new(folders, Site.DatabaseOf(builder.Configuration, folders), builder.Environment);
    }

    /// <exception cref="IOException">There is no database.</exception>
    public void MustBeThere()
    {
        if (!Database.IsPostgres && new SqliteConnectionStringBuilder(Database.ConnectionString).DataSource is var file && !File.Exists(file))
        {
            throw new IOException($"there is no site at {file}");
        }
    }

    /// <summary>A unit of work of its own.</summary>
    public AppDb OpenDb()
    {
        DbContextOptionsBuilder<AppDb> options = new();
        Database.Configure(options);
        return new(options.Options, SiteModules.Catalogue, TimeProvider.System);
    }
}
