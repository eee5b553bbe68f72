using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Modules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace CommunityBusinessNetwork.Kernel.Data;

/// <summary>
/// The one unit of work. It is pooled, so it holds nothing of a request:
/// the constructor takes singletons only, and <see cref="SaveAsync"/> is told who acts.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, ModuleCatalogue modules, TimeProvider time) : DbContext(options)
{
    private const long WriteTurn = 256300;

    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<ConsumerPosition> Positions => Set<ConsumerPosition>();

    /// <summary>Whether the server is PostgreSQL; otherwise it is SQLite.</summary>
    public bool IsPostgres => Database.ProviderName == "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>
    /// The change, its audit rows and its outbox rows in one transaction, one writer at a time. Inside <see cref="TransactionAsync"/> it joins that transaction.
    /// </summary>
    /// <exception cref="DbUpdateException">Somebody saved the same thing in between. Load anew.</exception>
    public async Task SaveAsync(CurrentUser user, CancellationToken ct)
    {
        var own = Database.CurrentTransaction is null;
        await using var transaction = own ? await TakeWriteTurnAsync(ct) : null;
        var last = await Audit.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

        foreach (var (subject, happened) in TakeEvents())
        {
            (last, var personal) = AuditChain.Next(last, subject, happened, user, time.GetUtcNow());
            Audit.Add(last);
            AddRange(personal);
            Outbox.Add(new(last.Number, last.SubjectId, last.Event, last.Data));
        }

        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>Saves; when somebody saved the same thing in between, or took the same unique place, the answer is <see cref="Outcome.ChangedMeanwhile"/>.</summary>
    public async Task<Outcome> TrySaveAsync(CurrentUser user, CancellationToken ct)
    {
        try
        {
            await SaveAsync(user, ct);
            return Outcome.Done;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || IsDouble(fault.InnerException))
        {
            ChangeTracker.Clear();
            return Outcome.ChangedMeanwhile;
        }
    }

    /// <summary>Several operations as one: all of them or none. Inside another it joins that one. Recipes use it.</summary>
    public async Task TransactionAsync(Func<Task> work, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
        {
            await work();
            return;
        }

        await using var transaction = await TakeWriteTurnAsync(ct);
        await work();
        await transaction.CommitAsync(ct);
    }

    /// <summary>Several operations as one that may still turn out wrong: kept when the work says so, else nothing of it stays.</summary>
    public async Task<bool> AllOrNothingAsync(Func<Task<bool>> work, CancellationToken ct)
    {
        await using var transaction = await TakeWriteTurnAsync(ct);

        if (await work())
        {
            await transaction.CommitAsync(ct);
            return true;
        }

        await transaction.RollbackAsync(CancellationToken.None);
        ChangeTracker.Clear();
        return false;
    }

    /// <summary>Work whose effects are looked at and then undone: nothing of it stays.</summary>
    public async Task TryOutAsync(Func<Task> work, CancellationToken ct)
    {
        await using var transaction = await TakeWriteTurnAsync(ct);
        await work();
        await transaction.RollbackAsync(CancellationToken.None);
    }

    /// <summary>Remembers how far a consumer has come. Outside the audit: it is no change that anybody made.</summary>
    public async Task MoveConsumerAsync(string consumer, long number, CancellationToken ct)
        => await Database.ExecuteSqlAsync(
            $"insert into consumer_positions (consumer, number) values ({consumer}, {number}) on conflict (consumer) do update set number = excluded.number where consumer_positions.number < excluded.number", ct);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
        => throw new NotSupportedException("Save with SaveAsync(user, ct).");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
        => throw new NotSupportedException("Save with SaveAsync(user, ct).");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsMilliseconds>();
        configurationBuilder.Properties<Money>().HaveConversion<MoneyAsSatang>();
        configurationBuilder.Properties<Area>().HaveConversion<AreaAsPath>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);

        foreach (var module in modules.Startups)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(module.GetType().Assembly);
            module.ConfigureTables(modelBuilder);
        }
    }

    private static bool IsDouble(Exception? fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    private async Task<IDbContextTransaction> TakeWriteTurnAsync(CancellationToken ct)
    {
        // On SQLite this is BEGIN IMMEDIATE, which is the turn already.
        var transaction = await Database.BeginTransactionAsync(ct);

        if (IsPostgres)
        {
            await Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({WriteTurn})", ct);
        }

        return transaction;
    }

    private List<(Entity Subject, DomainEvent Happened)> TakeEvents()
    {
        List<(Entity, DomainEvent)> taken = [];

        foreach (var entry in ChangeTracker.Entries<Entity>())
        {
            var events = entry.Entity.TakeEvents();

            // A change of a child row leaves its owner "unchanged"; the event is what tells.
            if (events.Count > 0 || entry.State is not EntityState.Unchanged)
            {
                entry.Entity.Version++;
                taken.AddRange(events.Select(e => (entry.Entity, e)));
            }
        }

        return taken;
    }

    private sealed class InstantAsMilliseconds()
        : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));

    private sealed class MoneyAsSatang() : ValueConverter<Money, long>(money => money.Satang, satang => new(satang));

    private sealed class AreaAsPath() : ValueConverter<Area, string>(area => area.Path, path => new(path));
}
