using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>The purposes under which the files of records are kept.</summary>
public static class BpmFiles
{
    public const string Picture = "reporting.picture";
    public const string Data = "reporting.data";
}

/// <summary>
/// Who reads the files of records: the people of that area. A picture is seen by everybody once the results are announced
/// and the people shown agree; a data file never.
/// </summary>
internal sealed class BpmFileGate(AppDb db) : IFileGate
{
    public IReadOnlyCollection<string> Purposes { get; } = [BpmFiles.Picture, BpmFiles.Data];

    public async Task<bool> LetsReadAsync(StoredFile file, CurrentUser user, CancellationToken ct)
        => file.LetsRead(user) || (file.Purpose == BpmFiles.Picture && await db.PublicPictures().AnyAsync(a => a.FileId == file.Id, ct));
}

/// <summary>A picture that the public sees.</summary>
public sealed record PublicPicture(Guid FileId, AttachmentKind Kind, string Caption, DateOnly TakenOn);

public static class BpmPictures
{
    /// <summary>The pictures of an entry that the public may see, in order: of announced entries, with the consent of the people shown.</summary>
    public static async Task<IReadOnlyList<PublicPicture>> PublicPicturesOfAsync(this AppDb db, Guid entryId, CancellationToken ct)
        => await db.PublicPictures().Where(a => db.Set<BpmRecord>().Any(r => r.Id == a.RecordId && r.EntryId == entryId)).OrderBy(a => a.Seq)
            .Select(a => new PublicPicture(a.FileId, a.Kind, a.Caption, a.TakenOn)).ToListAsync(ct);

    internal static IQueryable<BpmAttachment> PublicPictures(this AppDb db)
        => from attachment in db.Set<BpmAttachment>().AsNoTracking()
           join record in db.Set<BpmRecord>() on attachment.RecordId equals record.Id
           join entry in db.Set<Entry>() on record.EntryId equals entry.Id
           join cycle in db.Set<Cycle>() on entry.CycleId equals cycle.Id
           where attachment.Kind != AttachmentKind.Data && attachment.ConsentGiven
               && record.WithdrawnAt == null && EntryStates.Placed.Contains(entry.State) && cycle.AnnouncedAt != null
           select attachment;
}
