using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using CommunityBusinessNetwork.Programmes.Slots;
using CommunityBusinessNetwork.Web.Demo.Playing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>Step 0: the cycle opens, the provinces name their groups, and the letter goes from the province to the district.</summary>
internal static class LetterScenes
{
    // The seed's own day and hours (domain §1.1).
    private static readonly DateOnly LastEvent = new(2020, 5, 22);
    private static readonly TimeOnly Start = new(8, 30);
    private static readonly TimeOnly End = new(16, 30);

    public static IEnumerable<Scene> Of(IReadOnlyList<Player> players)
        =>
        [
            new(Scene.On(5, 1), Steps.Letter, OpenAsync),
            .. players.Select(p => new Scene(Scene.On(5, 4, 9).AddMinutes(p.At * 21), Steps.Letter, (stage, ct) => NominateAsync(stage, p, ct))),
            .. players.Select(p => new Scene(Scene.On(5, 12, 9).AddMinutes(p.At * 5), Steps.Letter, (stage, ct) => DraftAsync(stage, p, ct))),
            .. players.Select(p => new Scene(Scene.On(5, 13, 9).AddMinutes(p.At * 5), Steps.Letter, (stage, ct) => SignAndSendAsync(stage, p, ct))),
            .. players.Select(p => new Scene(Scene.On(5, 14, 9).AddMinutes(p.At * 4), Steps.Letter, (stage, ct) => AcknowledgeAsync(stage, p, ct))),
        ];

    /// <summary>The meeting with the group: on the seed's day, or two days before a plan that comes in earlier.</summary>
    public static DateOnly EventOf(RosterRow row)
    {
        var date = row.Submitted.AddDays(-2);
        return date < LastEvent ? date : LastEvent;
    }

    private static async Task OpenAsync(Stage stage, CancellationToken ct)
    {
        var cycle = await stage.ReadAsync(db => db.Set<Cycle>().AsNoTracking().SingleAsync(ct));
        stage.CycleId = cycle.Id;
        await stage.DoAsync<OpenCycle>(stage.Cast.DepartmentOfficer, (open, _) => open.RunAsync(cycle.Id, cycle.Version, ct));
        stage.Tally.Count(Steps.Letter, "slots", cycle.Rules.TargetCount);
    }

    private static async Task NominateAsync(Stage stage, Player player, CancellationToken ct)
    {
        var slot = await stage.ReadAsync(db => db.Set<Slot>().Where(s => s.CycleId == stage.CycleId && s.ProvinceCode == player.Province).Select(s => s.Id).SingleAsync(ct));
        player.EntryId = await stage.DoAsync<NominateGroup, Guid>(stage.Cast.ProvinceOfficer(player.Province), (nominate, _) => nominate.RunAsync(slot, player.GroupItemId, ct));
        stage.Tally.Count(Steps.Letter, "groups named");
    }

    private static async Task DraftAsync(Stage stage, Player player, CancellationToken ct)
    {
        var officer = stage.Cast.ProvinceOfficer(player.Province);
        var happening = await stage.DoAsync<PlanEvent, Guid>(
            officer, (plan, _) => plan.RunAsync(new(player.EntryId, EventOf(player.Row), Start, End, player.Words.Bpm.Place), ct));
        await stage.DoAsync<DraftLetterForEvent, Guid>(officer, (draft, _) => draft.RunAsync(new(happening), ct));
    }

    private static async Task SignAndSendAsync(Stage stage, Player player, CancellationToken ct)
    {
        await stage.DoAsync<SignLetter>(stage.Cast.ProvinceHead(player.Province), async (sign, db) =>
        {
            var letter = await LetterAsync(db, player, ct);
            return await sign.RunAsync(letter.Id, letter.Version, ct);
        });
        await stage.DoAsync<SendLetter>(stage.Cast.ProvinceOfficer(player.Province), async (send, db) =>
        {
            var letter = await LetterAsync(db, player, ct);
            return await send.RunAsync(letter.Id, letter.Version, ct);
        });
        stage.Tally.Count(Steps.Letter, "letters sent");
    }

    private static async Task AcknowledgeAsync(Stage stage, Player player, CancellationToken ct)
    {
        await stage.DoAsync<AcknowledgeLetter>(
            stage.Cast.DistrictOfficer(player.Province), async (acknowledge, db) => await acknowledge.RunAsync((await LetterAsync(db, player, ct)).Id, ct));
        stage.Tally.Count(Steps.Letter, "acknowledged");
    }

    private static Task<OfficialLetter> LetterAsync(Kernel.Data.AppDb db, Player player, CancellationToken ct)
        => db.Set<OfficialLetter>().AsNoTracking().SingleAsync(l => l.EntryId == player.EntryId, ct);
}
