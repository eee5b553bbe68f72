using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Clips.Uploads;

/// <summary>Gives a clip its captions, a WebVTT file. They may come at any time: they change nothing of what is judged.</summary>
public sealed class CaptionClip(AppDb db, CurrentUser user, FileVault vault)
{
    public sealed record Input(Guid EntryId, ClipKind Kind, Upload Captions, long Version);

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

        var kept = await vault.KeepAsync(
            input.Captions.Content, input.Captions.FileName, ClipFiles.Captions, entry.Area, nameof(Input.Captions), ClipFiles.CaptionTypes, ClipFiles.CaptionsLimit, ct);

        if (!kept.Succeeded)
        {
            return kept;
        }

        clip.Caption(kept.Value);
        return await db.TrySaveAsync(user, ct);
    }
}
