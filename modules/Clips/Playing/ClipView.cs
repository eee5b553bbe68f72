using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Clips.Playing;

/// <summary>A clip as it is played: the model of the partial <c>Clips/Player</c>. Whether its file is served is decided by the gate.</summary>
public sealed record ClipView(Guid EntryId, ClipKind Kind, Guid FileId, string ContentType, int DurationMs, string Title, Guid? CaptionsFileId, bool ConsentGiven)
{
    /// <summary>"4:59".</summary>
    public string Length => ClipRules.Minutes(DurationMs);
}

/// <summary>Clips as other modules read them. The caller decides who may see them.</summary>
public static class ClipQueries
{
    /// <summary>The clips of entries, with what their player needs.</summary>
    public static IQueryable<ClipView> ClipsOf(this AppDb db, Guid entryId, ClipKind kind)
        => db.Set<Clip>().AsNoTracking().Where(c => c.EntryId == entryId && c.Kind == kind)
            .Select(c => new ClipView(c.EntryId, c.Kind, c.FileId, c.ContentType, c.DurationMs, c.Title, c.CaptionsFileId, c.ConsentGiven));

    /// <summary>The clip of an entry; null while there is none.</summary>
    public static Task<ClipView?> ClipOfAsync(this AppDb db, Guid entryId, ClipKind kind, CancellationToken ct) => db.ClipsOf(entryId, kind).SingleOrDefaultAsync(ct);
}
