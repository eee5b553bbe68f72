using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Templates;

/// <summary>Gives a kind of notice the words back that come with the product.</summary>
internal sealed class ResetTemplate(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(string kind, string language, long version, CancellationToken ct)
    {
        if (!user.MayWordNotices() || await db.Set<NoticeTemplate>().SingleOrDefaultAsync(t => t.Kind == kind && t.Language == language, ct) is not { } template)
        {
            return Outcome.NotFound;
        }

        if (template.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        template.Reset();
        db.Remove(template);
        return await db.TrySaveAsync(user, ct);
    }
}
