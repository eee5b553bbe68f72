using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Clips.Uploads;

/// <summary>Changes what is said about a clip, without a new file.</summary>
internal sealed class DescribeClip(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid EntryId, ClipKind Kind, ClipWords Words, long Version);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().FilmedBy(user, input.Kind).SingleOrDefaultAsync(e => e.Id == input.EntryId, ct);
        var clip = entry is null ? null : await db.Set<Clip>().SingleOrDefaultAsync(c => c.EntryId == entry.Id && c.Kind == input.Kind, ct);

        if (entry is null || clip is null)
        {
            return Outcome.NotFound;
        }

        if (clip.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var problems = ClipRules.WhyNotNow(entry, input.Kind) is { } fixedNow ? [fixedNow] : ClipRules.Check(input.Words);

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        clip.Describe(input.Words with { Title = input.Words.Title.Trim() });
        return await db.TrySaveAsync(user, ct);
    }
}
