using System.Security.Claims;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>
/// Reads, at every request, what a sign-in is worth now: a role taken away works at once, an ended sign-in is nobody's,
/// and who acts in another's name has that person's roles. Whoever needs a second factor and has not shown it has no role yet.
/// </summary>
internal sealed class PersonOfRequest(AppDb db, Sightings sightings, RoleBook book, TimeProvider time) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } text || !Guid.TryParse(text, out var id) || principal.HasClaim(c => c.Type == SignInClaims.Read))
        {
            return principal;
        }

        if (!Guid.TryParse(principal.FindFirstValue(SignInClaims.Session), out var sessionId)
            || await db.Set<AccountSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.AccountId == id && s.EndedAt == null) is not { } session
            || await AccountAsync(id) is not { ClosedAt: null } account || account.SecurityStamp != session.Stamp)
        {
            return new(new ClaimsIdentity());
        }

        var now = time.GetUtcNow();
        sightings.Saw(session.Id, now);

        if (session.ActsForAt(now) is { } whom && ShowsEnough(account, session) && MayAct(account) && await AccountAsync(whom) is { } other && ActFor.MayBeActedFor(other, book))
        {
            return new(SignInClaims.Of(other, session, account));
        }

        return new(SignInClaims.Of(account, session, null));
    }

    private Task<Account?> AccountAsync(Guid id) => db.Set<Account>().IgnoreAutoIncludes().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id);

    // A turn ends with the right to it.
    private bool MayAct(Account account) => account.Roles.Any(r => book.PermissionsOf(r.Role).Contains(Permissions.ActForOthers.Name));

    private static bool ShowsEnough(Account account, AccountSession session) => !account.NeedsTwoFactor || session.HasSecondFactor;
}
