using CommunityBusinessNetwork.Clips.Probing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Clips.Uploads;

/// <summary>
/// Takes in the clip of an entry, in place of the earlier one. Its length is read from the file; of a refused file nothing is kept.
/// </summary>
public sealed class UploadClip(AppDb db, CurrentUser user, FileVault vault, SiteSettings settings, TimeProvider time)
{
    /// <param name="Version">Of the clip that it takes the place of; 0 when there is none yet.</param>
    public sealed record Input(Guid EntryId, ClipKind Kind, Upload File, ClipWords Words, long Version);

    private const string Field = nameof(Input.File);

    /// <returns>The clip's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().FilmedBy(user, input.Kind).SingleOrDefaultAsync(e => e.Id == input.EntryId, ct);

        if (entry is null)
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        var clip = await db.Set<Clip>().SingleOrDefaultAsync(c => c.EntryId == entry.Id && c.Kind == input.Kind, ct);

        if ((clip?.Version ?? 0) != input.Version)
        {
            return Outcome<Guid>.From(Outcome.ChangedMeanwhile);
        }

        var problems = ClipRules.WhyNotNow(entry, input.Kind) is { } fixedNow ? [fixedNow] : ClipRules.Check(input.Words);

        if (problems.Count > 0)
        {
            return Outcome<Guid>.From(Outcome.Refused(problems));
        }

        var kept = await KeepAsync(entry, input, ct);

        if (!kept.Succeeded)
        {
            return Outcome<Guid>.From(kept);
        }

        if (clip is null)
        {
            clip = new(entry, input.Kind);
            db.Add(clip);
        }

        clip.Show(kept.Value.File, kept.Value.DurationMs, input.Words with { Title = input.Words.Title.Trim() }, time.GetUtcNow());
        var saved = await db.TrySaveAsync(user, ct);

        if (!saved.Succeeded)
        {
            await vault.DiscardAsync(kept.Value.File, ct);
            return Outcome<Guid>.From(saved);
        }

        return clip.Id;
    }

    private async Task<Outcome<KeptClip>> KeepAsync(Entry entry, Input input, CancellationToken ct)
    {
        var limit = settings.Get(ClipFiles.LimitSetting, ClipFiles.UsualLimitMb) * 1024L * 1024;
        var kept = await vault.KeepAsync(
            input.File.Content, input.File.FileName, ClipFiles.PurposeOf(input.Kind), entry.Area, Field, ClipFiles.Types, limit, ct);

        if (!kept.Succeeded)
        {
            // "Not a kind that is taken" is no help to who has a film; the reason is that this file is none.
            return Outcome<KeptClip>.From(kept.Problems[0].Code == "files.wrong-type"
                ? Outcome.Refused("clips.no-film", Field, ("name", Path.GetFileName(input.File.FileName)))
                : kept);
        }

        ClipFacts? facts;

        await using (var stream = vault.Open(kept.Value))
        {
            facts = await ClipProbe.ReadAsync(stream, kept.Value.ContentType, ct);
        }

        var rules = await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == entry.CycleId).Select(c => c.Rules).SingleAsync(ct);

        if (ClipRules.Check(facts, rules, Field) is { } problem)
        {
            await vault.DiscardAsync(kept.Value, ct);
            return Outcome<KeptClip>.From(Outcome.Refused(problem));
        }

        return new KeptClip(kept.Value, (int)facts!.DurationMs!.Value);
    }

    private sealed record KeptClip(StoredFile File, int DurationMs);
}
