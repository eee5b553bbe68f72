using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.TheKernel;

public sealed class AuditChainTests : IDisposable
{
    private readonly Given _given = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task SaveAsync_ManyWritersAtOnce_KeepTheChainUnbrokenAndWithoutGaps()
    {
        const int Writers = 4;
        const int Each = 10;
        var before = (await _given.AuditAsync()).Count;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteAsync($"writer-{w}", Each), Ct)));

        var rows = await _given.AuditAsync();
        Assert.Equal(Enumerable.Range(1, before + (Writers * Each)).Select(n => (long)n), rows.Select(r => r.Number));
        Assert.Null(await VerifyAsync());
    }

    [Theory]
    [InlineData("update audit set data = '[]' where number = 3")]
    [InlineData("update audit set actor_id = 'somchai' where number = 3")]
    [InlineData("update audit set at = at + 1 where number = 3")]
    [InlineData("update audit set reason = 'because' where number = 3")]
    [InlineData("delete from audit where number = 3")]
    public async Task Verify_AfterOneRowWasTouched_NamesTheFirstBrokenRow(string tampering)
    {
        await WriteAsync("malee", 5);
        Assert.Null(await VerifyAsync());

        Assert.Equal(1, await _given.InDbAsync(db => db.Database.ExecuteSqlRawAsync(tampering, Ct)));

        Assert.Equal(3, await VerifyAsync());
    }

    [Fact]
    public async Task SaveChanges_PastTheAudit_Throws()
    {
        await _given.InDbAsync(async db =>
        {
            Assert.Throws<NotSupportedException>(() => db.SaveChanges());
            return await Assert.ThrowsAsync<NotSupportedException>(() => db.SaveChangesAsync(Ct));
        });
    }

    [Fact]
    public async Task TransactionAsync_ThatFailsInTheMiddle_LeavesNothing()
    {
        var before = (await _given.AuditAsync()).Count;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _given.InDbAsync(async db =>
        {
            await db.TransactionAsync(
                async () =>
                {
                    db.Add(Setting("half"));
                    await db.SaveAsync(CurrentUser.System, Ct);
                    throw new InvalidOperationException("in the middle");
                },
                Ct);
            return 0;
        }));

        Assert.Equal(before, (await _given.AuditAsync()).Count);
        Assert.False(await _given.InDbAsync(db => db.Set<SiteSetting>().AnyAsync(s => s.Name == "half", Ct)));
    }

    private static SiteSetting Setting(string name)
    {
        var setting = new SiteSetting(name);
        setting.Set("1");
        return setting;
    }

    private Task<long?> VerifyAsync() => _given.InDbAsync(db => AuditChain.VerifyAsync(db.Audit.AsNoTracking().OrderBy(r => r.Number).AsAsyncEnumerable(), Ct));

    private async Task WriteAsync(string actor, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _given.InDbAsync(async db =>
            {
                db.Add(Setting($"{actor}-{i}"));
                await db.SaveAsync(new CurrentUser(actor, actor), Ct);
                return 0;
            });
        }
    }
}
