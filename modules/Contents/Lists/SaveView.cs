using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Lists;

/// <summary>Keeps a list under a name; one's own of the same name is set up anew.</summary>
internal sealed class SaveView(AppDb db, CurrentUser user)
{
    /// <summary>How many a person may keep.</summary>
    public const int Most = 30;

    public async Task<Outcome> RunAsync(string? name, string query, bool shared, CancellationToken ct)
    {
        if (!user.May(Permissions.ViewContents) || (shared && !user.May(Permissions.EditContents)))
        {
            return Outcome.NotFound;
        }

        var wanted = ThaiText.Normalise(name ?? "").Trim();

        if (wanted.Length is 0 or > SavedView.LongestName)
        {
            return Outcome.Refused("contents.view-name-invalid", "ViewName", ("most", SavedView.LongestName));
        }

        if (query.Length > SavedView.LongestQuery)
        {
            return Outcome.Refused("contents.view-too-long", "ViewName");
        }

        var mine = await db.Set<SavedView>().Where(v => v.OwnerId == user.Id).ToListAsync(ct);

        if (mine.SingleOrDefault(v => v.Name == wanted) is { } there)
        {
            there.Change(query, shared);
        }
        else if (mine.Count >= Most)
        {
            return Outcome.Refused("contents.too-many-views", "ViewName", ("most", Most));
        }
        else
        {
            db.Add(new SavedView(user.Id, wanted, query, shared));
        }

        return await db.TrySaveAsync(user, ct);
    }
}
