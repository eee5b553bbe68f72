using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Mail;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBusinessNetwork.Tests;

/// <summary>A site without pages: a database of its own, every module's operations, a clock that stands still, and people with names.</summary>
public sealed class Given : IDisposable
{
    /// <summary>13 May 2563, 09.00 in Bangkok: the day of the seed letter.</summary>
    public static readonly DateTimeOffset LetterDay = new(2020, 5, 13, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly TestDatabase? _own;
    private readonly string _mail = Path.Combine(Path.GetTempPath(), $"cbn-mail-{Guid.CreateVersion7():N}");
    private readonly string _files = Path.Combine(Path.GetTempPath(), $"cbn-files-{Guid.CreateVersion7():N}");

    public Given()
        : this(TestDatabase.Make())
    {
    }

    /// <summary>On a database that somebody else made and drops.</summary>
    internal Given(AppDatabase database)
    {
        Database = database;
        Services = new ServiceCollection().AddLogging().AddOptions().AddKernel(SiteModules.Catalogue, database, _files, Time)
            .AddMail(new(_mail, "site@cbn.example", null)).BuildServiceProvider();
        SeedRoles();
    }

    private Given(TestDatabase own)
        : this(own.Database)
        => _own = own;

    public ServiceProvider Services { get; }
    public FakeTimeProvider Time { get; } = new(LetterDay);
    internal AppDatabase Database { get; }

    public void Dispose()
    {
        Services.Dispose();
        _own?.Dispose();

        foreach (var folder in new[] { _files, $"{_files}-made", _mail }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The letters written so far, the oldest first, as they lie in their files.</summary>
    public IReadOnlyList<string> Letters() => Directory.Exists(_mail) ? [.. Directory.GetFiles(_mail, "*.eml").Order(StringComparer.Ordinal)] : [];

    /// <summary>The paths of all bytes that the file store holds.</summary>
    public IReadOnlyList<string> KeptFiles() => Directory.Exists(_files) ? Directory.GetFiles(_files, "*", SearchOption.AllDirectories) : [];

    /// <summary>A person who holds one role for one area.</summary>
    public CurrentUser Person(string id, string role, Area area) => CurrentUser.With(id, id, [new(role, area)], Services.GetRequiredService<RoleBook>());

    /// <summary>Runs an operation as that person in a scope of its own, as a request would.</summary>
    public async Task<T> AsAsync<TOperation, T>(CurrentUser user, Func<TOperation, Task<T>> run)
        where TOperation : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(user);
        return await run(scope.ServiceProvider.GetRequiredService<TOperation>());
    }

    /// <summary>Reads, or prepares, straight on the database.</summary>
    public async Task<T> InDbAsync<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public async Task<T> StoredAsync<T>(T entity)
        where T : class
        => await InDbAsync(async db =>
        {
            db.Add(entity);
            await db.SaveAsync(CurrentUser.System, CancellationToken.None);
            return entity;
        });

    /// <summary>Lets the consumers act on everything committed so far.</summary>
    public Task DeliverAsync() => Services.GetRequiredService<OutboxDelivery>().DeliverAsync(CancellationToken.None);

    public Task<List<AuditRow>> AuditAsync() => InDbAsync(db => db.Audit.AsNoTracking().OrderBy(r => r.Number).ToListAsync());

    private void SeedRoles()
    {
        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var permissions = Services.GetServices<Permission>().ToList();
        db.AddRange(Roles.All.Select(name => new Role(name, "", [.. permissions.Where(p => p.Stereotypes.Contains(name)).Select(p => p.Name)])));
        db.SaveAsync(CurrentUser.System, CancellationToken.None).GetAwaiter().GetResult();
    }
}
