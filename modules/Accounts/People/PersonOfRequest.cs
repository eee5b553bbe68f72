using System.Security.Claims;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>
/// Adds to the signed-in id, at every request, the roles as they are now: a role taken away works at once.
/// Whoever needs a second factor and has not shown it has no role yet.
/// </summary>
internal sealed class PersonOfRequest(AppDb db) : IClaimsTransformation
{
    private const string Added = "roles-added";

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } text || !Guid.TryParse(text, out var id) || principal.HasClaim(c => c.Type == Added))
        {
            return principal;
        }

        var account = await db.Set<Account>().IgnoreAutoIncludes().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id);
        var stamp = principal.FindFirstValue(SignInClaims.Stamp);

        if (account is not { ClosedAt: null } || account.SecurityStamp != stamp)
        {
            return new(new ClaimsIdentity());
        }

        var identity = new ClaimsIdentity([new(Added, "yes")]);

        if (!account.NeedsTwoFactor || principal.HasClaim(SignInClaims.Method, SignInClaims.SecondFactor))
        {
            identity.AddClaims(account.Roles.Select(r => new Claim(CurrentUser.RoleClaim, r.ToString())));
        }

        principal.AddIdentity(identity);
        return principal;
    }
}

/// <summary>The claims of the sign-in cookie.</summary>
internal static class SignInClaims
{
    public const string Stamp = "stamp";
    public const string Method = "amr";
    public const string SecondFactor = "mfa";

    public static ClaimsPrincipal Of(Account account, bool secondFactor)
        => new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new(ClaimTypes.Name, account.DisplayName),
                new(Stamp, account.SecurityStamp),
                .. secondFactor ? new[] { new Claim(Method, SecondFactor) } : [],
            ],
            IdentityConstants.ApplicationScheme));
}
