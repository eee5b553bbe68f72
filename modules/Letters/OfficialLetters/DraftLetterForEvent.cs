using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Letters.Offices;
using CommunityBusinessNetwork.Letters.Writing;
using CommunityBusinessNetwork.Programmes;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

/// <summary>
/// Writes the letter to the district from an entry and its event. One letter at a time: while one is being prepared there is no second;
/// after one has gone out the next cites it.
/// </summary>
internal sealed class DraftLetterForEvent(AppDb db, CurrentUser user, ContentStore content, SiteSettings settings, TimeProvider time)
{
    /// <param name="Addressee">Whom the letter addresses; null for the chief of the group's district, or of every district.</param>
    public sealed record Input(Guid EventId, bool IsCircular = false, string? Addressee = null);

    /// <returns>The letter's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var happening = await db.Set<GroupEvent>().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == input.EventId, ct);
        var entry = happening is null ? null : await db.Set<Entry>().ArrangedBy(user).SingleOrDefaultAsync(e => e.Id == happening.EntryId, ct);

        if (entry is null || !user.May(Permissions.Drafting, Area.Province(entry.ProvinceCode)))
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        Outcome<Guid> outcome = new();

        // Inside the write turn, so that two officers at once do not write two letters.
        await db.TransactionAsync(async () => outcome = await DraftAsync(input, happening!, entry, ct), ct);
        return outcome;
    }

    private async Task<Outcome<Guid>> DraftAsync(Input input, GroupEvent happening, Entry entry, CancellationToken ct)
    {
        var cycle = await db.Set<Cycle>().SingleAsync(c => c.Id == entry.CycleId, ct);
        var office = await db.Set<Office>().SingleOrDefaultAsync(o => o.ProvinceCode == entry.ProvinceCode, ct);
        var earlier = await db.Set<OfficialLetter>().Where(l => l.EventId == happening.Id && l.Status != LetterStatus.Cancelled).OrderBy(l => l.DraftedAt).ToListAsync(ct);

        if (office is not { IsComplete: true })
        {
            return Refused("letters.office-incomplete");
        }

        if (LetterProject.Of(settings, cycle.FiscalYearBe) is not { } project)
        {
            return Refused("letters.project-missing");
        }

        if (earlier.Any(l => l.Status != LetterStatus.Sent))
        {
            return Refused("letters.already-drafted");
        }

        var group = (await content.LatestAsync(entry.GroupItemId, ct))!.As<GroupPart>()!;
        var sheet = LetterComposer.Compose(new(Head(input, office.Head, cycle, project, group, happening, earlier), project.Guideline(cycle.Rules)), Wording.Corrected);
        var recipient = input.IsCircular ? office.AreaPath : DistrictOf(entry.AreaPath);
        OfficialLetter letter = new(office, new(cycle.Id, entry.Id, happening.Id, recipient), input.IsCircular, sheet, user.Name, time.GetUtcNow());
        db.Add(letter);
        await db.SaveAsync(user, ct);
        return letter.Id;
    }

    private HeadFields Head(
        Input input, OfficeFields office, Cycle cycle, LetterProject project, GroupPart group, GroupEvent happening, IReadOnlyList<OfficialLetter> earlier)
    {
        var words = Wording.Corrected;
        var usual = input.IsCircular ? words["addressee-circular"] : words["addressee", ("amphoe", group.DistrictTh)];

        return new()
        {
            Office = office,
            IsCircular = input.IsCircular,
            Date = time.Today(),
            Subject = cycle.NameTh,
            Salutation = words["salutation"],
            Addressee = string.IsNullOrWhiteSpace(input.Addressee) ? usual : input.Addressee.Trim(),
            References = [.. earlier.Select(l => Citation(l, office))],
            Enclosures = [new(words["enclosure-title"], 1, words["enclosure-unit"])],
            FiscalYearBe = cycle.FiscalYearBe,
            Department = project.Department,
            ProjectName = cycle.NameTh,
            Objective = project.Objective,
            GroupKind = project.GroupKind,
            Group = new(group.VillageTh, group.Moo, group.SubdistrictTh, group.DistrictTh),
            Event = new(happening.Date, happening.Start, happening.End, happening.PlaceTh),
            Closing = words["closing"],
        };
    }

    private static string Citation(OfficialLetter letter, OfficeFields office)
        => Wording.Corrected["citation", ("provinceName", office.Province), ("reference", letter.Body.Reference), ("date", letter.Body.Date)];

    // A group's area lies in its district's: th/northeast/43/4301/{group}.
    private static string DistrictOf(string groupArea) => groupArea[..groupArea.LastIndexOf('/')];

    private static Outcome<Guid> Refused(string code) => Outcome<Guid>.From(Outcome.Refused(code));
}
