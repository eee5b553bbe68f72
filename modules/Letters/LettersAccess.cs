using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Letters.Offices;
using CommunityBusinessNetwork.Letters.OfficialLetters;

namespace CommunityBusinessNetwork.Letters;

/// <summary>Which letters and offices a person may reach. The only file in the module that answers that question.</summary>
internal static class LettersAccess
{
    /// <summary>Those her province writes, and those that came to her district.</summary>
    public static IQueryable<OfficialLetter> VisibleTo(this IQueryable<OfficialLetter> letters, CurrentUser user)
    {
        var written = letters.WithinAreas(user.AreasOf(Permissions.Viewing), l => l.AreaPath);

        if (!user.May(Permissions.Receiving))
        {
            return written;
        }

        var received = letters.ReceivedBy(user);
        return letters.Where(l => written.Any(w => w.Id == l.Id) || received.Any(r => r.Id == l.Id));
    }

    /// <summary>Those that have gone out to her district, itself or with all districts of its province.</summary>
    public static IQueryable<OfficialLetter> ReceivedBy(this IQueryable<OfficialLetter> letters, CurrentUser user)
    {
        List<string> addressed = [.. user.AreasOf(Permissions.Receiving).SelectMany(a => a.Outwards()).Distinct()];
        return letters.Where(l => l.Status == LetterStatus.Sent && addressed.Contains(l.RecipientAreaPath));
    }

    public static IQueryable<OfficialLetter> DraftableBy(this IQueryable<OfficialLetter> letters, CurrentUser user)
        => letters.WithinAreas(user.AreasOf(Permissions.Drafting), l => l.AreaPath);

    public static IQueryable<OfficialLetter> SignableBy(this IQueryable<OfficialLetter> letters, CurrentUser user)
        => letters.WithinAreas(user.AreasOf(Permissions.Signing), l => l.AreaPath);

    public static IQueryable<OfficialLetter> SendableBy(this IQueryable<OfficialLetter> letters, CurrentUser user)
        => letters.WithinAreas([.. user.AreasOf(Permissions.Drafting), .. user.AreasOf(Permissions.Signing)], l => l.AreaPath);

    /// <summary>Drafts for who writes them, everything for who signs.</summary>
    public static IQueryable<OfficialLetter> CancellableBy(this IQueryable<OfficialLetter> letters, CurrentUser user)
        => user.May(Permissions.Signing) ? letters.SignableBy(user) : letters.DraftableBy(user).Where(l => l.Status == LetterStatus.Draft);

    /// <summary>The offices whose letters she writes or signs.</summary>
    public static IQueryable<Office> KeptBy(this IQueryable<Office> offices, CurrentUser user)
        => offices.WithinAreas(user.AreasOf(Permissions.KeepingOffice), o => o.AreaPath);
}
