using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Web.Demo.Media;
using CommunityBusinessNetwork.Web.Demo.Playing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>Step 6: the province completes the record of its entry with pictures and a data file, and confirms that it stands in BPM.</summary>
internal static class BpmScenes
{
    private static readonly (AttachmentKind Kind, string Moment, DateOnly Day)[] Pictures =
    [
        (AttachmentKind.Before, "before", new(2020, 7, 7)),
        (AttachmentKind.Delivery, "delivery", new(2020, 7, 22)),
        (AttachmentKind.Activity, "activity", new(2020, 7, 30)),
        (AttachmentKind.Outcome, "result", new(2020, 8, 3)),
    ];

    public static IEnumerable<Scene> Of(IReadOnlyList<Player> players) => players.SelectMany(player =>
    {
        var (written, confirmed) = player.Pace switch
        {
            Pace.Quick => (new DateOnly(2020, 8, 4), new DateOnly(2020, 8, 6)),
            Pace.Steady => (new DateOnly(2020, 8, 6), new DateOnly(2020, 8, 19)),
            Pace.Slow => (new DateOnly(2020, 8, 20), new DateOnly(2020, 8, 27)),
            _ => (new DateOnly(2020, 8, 26), new DateOnly(2020, 8, 31)),
        };
        return (Scene[])
        [
            new(Scene.On(written, 10).AddMinutes(player.At), Steps.Bpm, (stage, ct) => WriteAsync(stage, player, written, ct)) { Applies = () => player.IsAwarded },
            new(Scene.On(confirmed, 11).AddMinutes(player.At), Steps.Bpm, (stage, ct) => ConfirmAsync(stage, player, ct)) { Applies = () => player.IsAwarded },
        ];
    });

    private static async Task WriteAsync(Stage stage, Player player, DateOnly day, CancellationToken ct)
    {
        var officer = stage.Cast.ProvinceOfficer(player.Province);
        await DoAsync<SaveBpm>(stage, player, officer, (save, record) => save.RunAsync(new(player.EntryId, record.Version, FactsOf(player, officer, stage.Phrases.Bpm.Position, day)), ct));

        foreach (var (kind, moment, taken) in Pictures)
        {
            var photo = stage.Media.Photo(player.Words.BusinessCode, moment, player.Row.Code);
            await AttachAsync(stage, player, officer, new(kind, player.Words.PhotoCaption(moment), taken, ConsentGiven: true), new(new MemoryStream(photo), $"{moment}.jpg"), ct);
            stage.Tally.Count(Steps.Bpm, "pictures");
        }

        var data = MediaKit.Paper("Results", player.Row.Code, $"{player.Words.Figures.Participants} people took part");
        await AttachAsync(stage, player, officer, new(AttachmentKind.Data, player.Words.Bpm.Activity, day, ConsentGiven: false), new(new MemoryStream(data), "results.pdf"), ct);
    }

    private static Task AttachAsync(Stage stage, Player player, CurrentUser officer, AttachmentWords words, Upload file, CancellationToken ct)
        => DoAsync<AttachFile>(stage, player, officer, (attach, record) => attach.RunAsync(new(player.EntryId, record.Version, words, file), ct));

    private static async Task ConfirmAsync(Stage stage, Player player, CancellationToken ct)
    {
        await DoAsync<ConfirmBpm>(stage, player, stage.Cast.ProvinceOfficer(player.Province), (confirm, record) => confirm.RunAsync(
            new(player.EntryId, record.Version, new($"BPM-2563-{player.Province}-01", stage.Now)), ct));
        stage.Tally.Count(Steps.Bpm, "confirmed");
    }

    private static Task DoAsync<TOperation>(Stage stage, Player player, CurrentUser person, Func<TOperation, BpmRecord, Task<Outcome>> act)
        where TOperation : class
        => stage.DoAsync<TOperation>(person, async (operation, db) => await act(operation, await db.Set<BpmRecord>().AsNoTracking().SingleAsync(r => r.EntryId == player.EntryId)));

    private static BpmFacts FactsOf(Player player, CurrentUser officer, string position, DateOnly day)
    {
        var (words, figures) = (player.Words.Bpm, player.Words.Figures);
        return new(
            null,
            words.Activity,
            words.Place,
            new(2020, 7, 8),
            day,
            figures.Participants,
            figures.Participants - figures.ParticipantsWomen,
            figures.ParticipantsWomen,
            words.Results,
            words.Benefits,
            words.Problems,
            words.Suggestions,
            words.Practice,
            officer.Name,
            position,
            // No such line is in use: the demo's numbers are as fictitious as its people.
            PhoneNumbers.Format($"0200000{player.Province}"),
            day);
    }
}
