using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Announcements;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Web.Demo.Playing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>Step 4: the Department announces the results and allots the money in one batch.</summary>
internal static class MoneyScenes
{
    private static readonly DateOnly Allotted = new(2020, 7, 6);

    public static IEnumerable<Scene> Of()
        =>
        [
            new(Scene.On(7, 2, 10), Steps.Money, AnnounceAsync),
            new(Scene.On(Allotted, 9), Steps.Money, AllotAsync),
        ];

    /// <summary>One group of the second tier gives its award up; award and allotment are reversed.</summary>
    public static IEnumerable<Scene> Withdrawal(IReadOnlyList<Player> players)
    {
        var player = players.Single(p => p.Province == Withdrawn);
        return [new(Scene.On(7, 17, 14), Steps.Money, (stage, ct) => WithdrawAsync(stage, player, ct))];
    }

    private const string Withdrawn = "62";

    private static async Task WithdrawAsync(Stage stage, Player player, CancellationToken ct)
    {
        await stage.DoAsync<WithdrawAward>(stage.Cast.DepartmentHead, async (withdraw, db) =>
        {
            var award = await db.Set<Award>().AsNoTracking().SingleAsync(a => a.EntryId == player.EntryId, ct);
            return await withdraw.RunAsync(new(award.Id, award.Version, player.Words.WithdrawalReason), ct);
        });
        player.TierCode = null;
        stage.Tally.Count(Steps.Money, "withdrawn");
    }

    private static async Task AnnounceAsync(Stage stage, CancellationToken ct)
    {
        await stage.DoAsync<AnnounceResults>(stage.Cast.DepartmentHead, async (announce, db) =>
        {
            var version = await db.Set<Announcement>().Where(a => a.CycleId == stage.CycleId).Select(a => a.Version).SingleAsync(ct);
            return await announce.RunAsync(new(stage.CycleId, version), ct);
        });
        stage.Tally.Count(Steps.Money, "awards", await stage.ReadAsync(db => db.Set<Award>().CountAsync(ct)));
    }

    private static async Task AllotAsync(Stage stage, CancellationToken ct)
    {
        var awards = await stage.ReadAsync(db => db.Set<Award>().Where(a => a.CycleId == stage.CycleId).Select(a => a.Id).ToListAsync(ct));
        await stage.DoAsync<Allot, Guid>(stage.Cast.DepartmentHead, (allot, _) => allot.RunAsync(new(stage.CycleId, stage.Phrases.AllotmentNumber, Allotted, awards), ct));
        stage.Tally.Count(Steps.Money, "allotted", awards.Count);
        var tiers = await stage.ReadAsync(db => db.Set<Award>().Where(a => a.CycleId == stage.CycleId).ToDictionaryAsync(a => a.EntryId, a => a.TierCode, ct));

        foreach (var player in stage.Players)
        {
            player.TierCode = tiers.GetValueOrDefault(player.EntryId);
        }
    }
}
