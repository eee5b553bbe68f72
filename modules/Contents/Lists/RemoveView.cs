using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Lists;

/// <summary>Gives up one's own view, or, for who decides about content types, one that is for everybody.</summary>
internal sealed class RemoveView(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<SavedView>().RemovableBy(user).SingleOrDefaultAsync(v => v.Id == id, ct) is not { } view)
        {
            return Outcome.NotFound;
        }

        view.Remove();
        db.Remove(view);
        return await db.TrySaveAsync(user, ct);
    }
}
