using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Security;

/// <summary>Gives a person ten new recovery codes, shown this once; those before them end.</summary>
internal sealed class MakeRecoveryCodes(AppDb db, CurrentUser user)
{
    public async Task<Outcome<IReadOnlyList<string>>> RunAsync(CancellationToken ct)
    {
        if (!Guid.TryParse(user.Id, out var id) || await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, ct) is not { TwoFactorEnabled: true } account)
        {
            return Outcome<IReadOnlyList<string>>.From(Outcome.NotFound);
        }

        IReadOnlyList<string> codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New())];
        account.SetRecoveryCodes([.. codes.Select(c => RecoveryCode.HashOf(id, c))]);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? Outcome<IReadOnlyList<string>>.Of(codes) : Outcome<IReadOnlyList<string>>.From(saved);
    }
}
