using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>Adds a picture or a data file to a record. A picture loses the place it was taken at.</summary>
internal sealed class AttachFile(AppDb db, CurrentUser user, FileVault vault, TimeProvider time)
{
    public sealed record Input(Guid EntryId, long Version, AttachmentWords Words, Upload? File);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var record = await db.Set<BpmRecord>().WrittenBy(user).Include(r => r.Attachments).SingleOrDefaultAsync(r => r.EntryId == input.EntryId, ct);

        if (record is null)
        {
            return Outcome.NotFound;
        }

        if (record.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var today = time.Today();
        List<Problem> problems = [.. record.WhyNotAttach(input.Words, today), .. input.File is null ? [new Problem("files.missing", nameof(Input.File))] : Array.Empty<Problem>()];

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        var kept = await KeepAsync(record, input.Words.Kind, input.File!, ct);

        if (!kept.Succeeded)
        {
            return Outcome.Refused(kept.Problems);
        }

        var attached = record.Attach(input.Words, kept.Value.Id, today);
        var saved = attached.Succeeded ? await db.TrySaveAsync(user, ct) : attached;

        if (!saved.Succeeded)
        {
            await vault.DiscardAsync(kept.Value, ct);
        }

        return saved;
    }

    private async Task<Outcome<StoredFile>> KeepAsync(BpmRecord record, AttachmentKind kind, Upload file, CancellationToken ct)
        => kind == AttachmentKind.Data
            ? await vault.KeepAsync(file.Content, file.FileName, BpmFiles.Data, record.Area, nameof(Input.File), FileTypes.Evidence, FileVault.DefaultLimit, ct)
            : await vault.KeepAsync(
                await PictureWithoutPlace.OfAsync(file.Content, FileVault.DefaultLimit, ct),
                file.FileName, BpmFiles.Picture, record.Area, nameof(Input.File), FileTypes.Pictures, FileVault.DefaultLimit, ct);
}
