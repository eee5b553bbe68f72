using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Links that set a password and have run out.</summary>
internal sealed class OldLinks(AppDb db) : IRetentionRule
{
    public string Key => "accounts.links";

    public int UsualDays => 7;

    public int LeastDays => 0;

    public bool IsUsual => true;

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken ct) => Due(before).CountAsync(ct);

    public async Task<IReadOnlyList<string>> SampleAsync(DateTimeOffset before, int most, CancellationToken ct)
        => [.. (await Due(before).OrderBy(l => l.ExpiresAt).Take(most).Select(l => l.ExpiresAt).ToListAsync(ct)).Select(PageFormat.Date)];

    public Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct) => Due(before).ExecuteDeleteAsync(ct);

    private IQueryable<AccountLink> Due(DateTimeOffset before) => db.Set<AccountLink>().Where(l => l.ExpiresAt < before);
}

/// <summary>Closed accounts lose their names, addresses and passwords; their ids stay where they acted.</summary>
internal sealed class OldAccounts(AppDb db, ForgetAccounts forget) : IRetentionRule
{
    private const int Each = 200;

    public string Key => "accounts.closed";

    public int UsualDays => 730;

    public int LeastDays => 90;

    public bool IsUsual => false;

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken ct) => Due(before).CountAsync(ct);

    public async Task<IReadOnlyList<string>> SampleAsync(DateTimeOffset before, int most, CancellationToken ct)
        => [.. (await Due(before).OrderBy(a => a.ClosedAt).Take(most).Select(a => a.ClosedAt!.Value).ToListAsync(ct)).Select(PageFormat.Date)];

    public async Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct)
    {
        var due = await Due(before).OrderBy(a => a.ClosedAt).Take(Each).ToListAsync(ct);

        await forget.RunAsync(due, ct);
        return due.Count;
    }

    private IQueryable<Account> Due(DateTimeOffset before)
        => db.Set<Account>().Where(a => a.ClosedAt != null && a.ClosedAt < before && !a.IsDemo && !a.UserName.StartsWith(Account.ForgottenPrefix));
}

/// <summary>Answered requests of the persons concerned.</summary>
internal sealed class OldRequests(AppDb db) : IRetentionRule
{
    public string Key => "accounts.requests";

    public int UsualDays => 1095;

    public int LeastDays => 365;

    public bool IsUsual => true;

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken ct) => Due(before).CountAsync(ct);

    public async Task<IReadOnlyList<string>> SampleAsync(DateTimeOffset before, int most, CancellationToken ct)
        => await Due(before).OrderBy(r => r.ClosedAt).Take(most).Select(r => r.Number).ToListAsync(ct);

    public Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct) => Due(before).ExecuteDeleteAsync(ct);

    private IQueryable<PrivacyRequest> Due(DateTimeOffset before) => db.Set<PrivacyRequest>().Where(r => r.ClosedAt != null && r.ClosedAt < before);
}

/// <summary>Sign-ins that are over. The computer crime act wants them for at least 90 days.</summary>
internal sealed class OldSessions(AppDb db) : IRetentionRule
{
    public string Key => "accounts.sign-ins";

    public int UsualDays => 180;

    public int LeastDays => 90;

    public bool IsUsual => true;

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken ct) => Due(before).CountAsync(ct);

    public async Task<IReadOnlyList<string>> SampleAsync(DateTimeOffset before, int most, CancellationToken ct)
        => [.. (await Due(before).OrderBy(s => s.SeenAt).Take(most).Select(s => s.SeenAt).ToListAsync(ct)).Select(PageFormat.Date)];

    public Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct) => Due(before).ExecuteDeleteAsync(ct);

    // One that was not used for so long has ended by itself.
    private IQueryable<AccountSession> Due(DateTimeOffset before) => db.Set<AccountSession>().Where(s => s.SeenAt < before);
}
