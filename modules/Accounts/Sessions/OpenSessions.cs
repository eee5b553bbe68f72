using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <param name="IsThis">The one by which this page is read.</param>
internal sealed record OpenSession(Guid Id, string Browser, string Address, bool HasSecondFactor, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsThis);

/// <summary>Where a person is signed in now, for a page.</summary>
internal sealed class OpenSessions(AppDb db, TimeProvider time, IHttpContextAccessor http)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<OpenSession>> OfAsync(Guid accountId, CancellationToken ct)
    {
        var mine = http.HttpContext?.User.SessionId();
        return await db.OpenSessions(accountId, time.GetUtcNow()).AsNoTracking().OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.StartedAt).Take(Most)
            .Select(s => new OpenSession(s.Id, s.Browser, s.Address, s.HasSecondFactor, s.StartedAt, s.SeenAt, s.Id == mine)).ToListAsync(ct);
    }
}
