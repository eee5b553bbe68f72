using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommunityBusinessNetwork.Kernel.Events;

/// <summary>Hands committed events to their consumers, each from its own position, one delivery at a time per process.</summary>
public sealed class OutboxDelivery(IServiceScopeFactory scopes) : IDisposable
{
    private const int Batch = 200;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Delivers until nothing is left, also what the consumers themselves have caused. A consumer that fails keeps none of the others waiting; its fault is thrown at the end.</summary>
    public async Task DeliverAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        Dictionary<string, Exception> faults = [];

        try
        {
            while (await DeliverOnceAsync(faults, ct))
            {
            }
        }
        finally
        {
            _turn.Release();
        }

        if (faults.Count > 0)
        {
            throw faults.Count == 1 ? faults.Values.Single() : new AggregateException(faults.Values);
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <param name="faults">The consumers that failed in this delivery: they rest until the next one, and the others go on.</param>
    private async Task<bool> DeliverOnceAsync(Dictionary<string, Exception> faults, CancellationToken ct)
    {
        IReadOnlyList<(string Name, IReadOnlyCollection<string> Handles)> consumers;

        await using (var scope = scopes.CreateAsyncScope())
        {
            consumers = [.. scope.ServiceProvider.GetServices<IEventConsumer>().Select(c => (c.GetType().FullName!, c.Handles))];
        }

        var delivered = false;

        foreach (var (name, handles) in consumers.Where(c => !faults.ContainsKey(c.Name)))
        {
            try
            {
                delivered |= await DeliverToAsync(name, handles, ct);
            }
#pragma warning disable CA1031 // A consumer may fail in any way; it is told at the end of the delivery.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Add(name, fault);
            }
#pragma warning restore CA1031
        }

        return delivered;
    }

    private async Task<bool> DeliverToAsync(string name, IReadOnlyCollection<string> handles, CancellationToken ct)
    {
        IReadOnlyList<OutboxRow> rows;
        long last;
        long position;

        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            position = await db.Positions.Where(p => p.Consumer == name).Select(p => p.Number).SingleOrDefaultAsync(ct);
            last = await db.Outbox.MaxAsync(r => (long?)r.Number, ct) ?? 0;

            if (last <= position)
            {
                return false;
            }

            rows = await db.Outbox.AsNoTracking().Where(r => r.Number > position && handles.Contains(r.Event)).OrderBy(r => r.Number).Take(Batch).ToListAsync(ct);
        }

        foreach (var row in rows)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
            var consumer = scope.ServiceProvider.GetServices<IEventConsumer>().Single(c => c.GetType().FullName == name);
            await consumer.HandleAsync(row, ct);
            await scope.ServiceProvider.GetRequiredService<AppDb>().MoveConsumerAsync(name, row.Number, ct);
        }

        if (rows.Count < Batch && last > (rows.Count > 0 ? rows[^1].Number : position))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AppDb>().MoveConsumerAsync(name, last, ct);
        }

        return rows.Count > 0;
    }
}

/// <summary>Delivers what a process that was killed had left behind, and what other nodes have written.</summary>
public sealed class OutboxSweep(OutboxDelivery delivery, ILogger<OutboxSweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>The first page goes first; then the first delivery builds the model of the tables, so that the next page finds it.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = First; !stoppingToken.IsCancellationRequested; pause = Pause)
        {
            await Task.Delay(pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);

            try
            {
                await delivery.DeliverAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A consumer may fail in any way; the event stays where it is and is offered again.
            catch (Exception fault)
            {
                log.LogError(fault, "An event could not be delivered; it will be offered again.");
            }
#pragma warning restore CA1031
        }
    }
}
