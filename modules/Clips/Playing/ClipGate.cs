using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Clips.Playing;

/// <summary>Says which clips a person sees besides those of her area: the committee those of its sheets, never one she is recused from.</summary>
public interface IClipReader
{
    Task<bool> SeesAsync(Guid entryId, CurrentUser user, CancellationToken ct);
}

/// <summary>
/// Who is served the files of clips: the people of the entry, its readers, and after the announcement everybody,
/// where the entry got a tier and the people shown agree. An earlier file, replaced by another, is served to nobody.
/// </summary>
internal sealed class ClipGate(AppDb db, IEnumerable<IClipReader> readers) : IFileGate
{
    public IReadOnlyCollection<string> Purposes { get; } = [ClipFiles.Application, ClipFiles.Activity, ClipFiles.Captions];

    public async Task<bool> LetsReadAsync(StoredFile file, CurrentUser user, CancellationToken ct)
    {
        var clip = await db.Set<Clip>().AsNoTracking().SingleOrDefaultAsync(c => c.FileId == file.Id || c.CaptionsFileId == file.Id, ct);

        if (clip is null)
        {
            return false;
        }

        if (user.May(Permissions.ViewClips, clip.Area))
        {
            return true;
        }

        foreach (var reader in readers)
        {
            if (await reader.SeesAsync(clip.EntryId, user, ct))
            {
                return true;
            }
        }

        return clip.ConsentGiven && await IsPublicAsync(clip, ct);
    }

    private Task<bool> IsPublicAsync(Clip clip, CancellationToken ct)
        => db.Set<Entry>().Where(e => e.Id == clip.EntryId && EntryStates.Placed.Contains(e.State))
            .AnyAsync(e => db.Set<Cycle>().Any(c => c.Id == e.CycleId && c.AnnouncedAt != null), ct);
}
