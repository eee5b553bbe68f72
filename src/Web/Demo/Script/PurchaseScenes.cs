using System.Globalization;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Web.Demo.Media;
using CommunityBusinessNetwork.Web.Demo.Playing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>Step 5: every approved line is ordered, inspected, handed over to the group and paid, each with a paper; some provinces are late.</summary>
internal static class PurchaseScenes
{
    private static readonly DateOnly Due = new(2020, 7, 31);

    public static IEnumerable<Scene> Of(IReadOnlyList<Player> players) => players.SelectMany(p => p.Row.Lines.SelectMany(l => Of(p, l)));

    private static IEnumerable<Scene> Of(Player player, RosterLine line)
    {
        var days = DaysOf(player, line);
        return
        [
            SceneOf(player, line, Scene.On(days.Ordered, 10), (stage, ct) => OrderAsync(stage, player, line, days, ct)),
            SceneOf(player, line, Scene.On(days.Inspected, 13), (stage, ct) => InspectAsync(stage, player, line, days, ct)),
            SceneOf(player, line, Scene.On(days.HandedOver, 14), (stage, ct) => HandOverAsync(stage, player, line, days, ct)),
            SceneOf(player, line, Scene.On(days.Paid, 15), (stage, ct) => PayAsync(stage, player, line, days, ct)),
        ];
    }

    private static Scene SceneOf(Player player, RosterLine line, DateTimeOffset at, Func<Stage, CancellationToken, Task> play)
        => new(at.AddMinutes((player.At % 30) + line.Seq), Steps.Purchase, play) { Applies = () => player.Buys(line) };

    private sealed record Days(DateOnly Ordered, DateOnly Inspected, DateOnly HandedOver, DateOnly Paid);

    /// <summary>Most are done in July; a few are delivered in the first week of August, and one in nine only after that.</summary>
    private static Days DaysOf(Player player, RosterLine line)
    {
        var (ordered, inspected, handedOver, paid) = player.Pace switch
        {
            Pace.Quick => (8, 15, 17, 21),
            Pace.Steady => (9, 20, 22, 27),
            Pace.Slow => (21, 35, 36, 38),
            _ => (28, 43, 44, 48),
        };
        var begin = new DateOnly(2020, 7, 1).AddDays(((line.Seq - 1) / 3) - 1);
        return new(begin.AddDays(ordered), begin.AddDays(inspected), begin.AddDays(handedOver), begin.AddDays(paid));
    }

    private static async Task OrderAsync(Stage stage, Player player, RosterLine line, Days days, CancellationToken ct)
    {
        var number = $"{NumberOf(player, line)}/2563";
        OrderFacts order = new(player.Words.Vendor(line), number, days.Ordered, days.Inspected.AddDays(-1), PriceOf(line), LateReason(player, days.Ordered));
        await DoAsync<PlaceOrder>(stage, player, line, stage.Cast.ProcurementOfficer(player.Province), (place, purchase) => place.RunAsync(
            new(purchase.Id, purchase.Version, order, Paper($"Order {number}", player, line)), ct));
        stage.Tally.Count(Steps.Purchase, "orders");
    }

    private static async Task InspectAsync(Stage stage, Player player, RosterLine line, Days days, CancellationToken ct)
    {
        InspectionFacts found = new($"DN-{NumberOf(player, line)}", days.Inspected.AddDays(-1), days.Inspected, line.Quantity, LateReason(player, days.Inspected));
        await DoAsync<InspectDelivery>(stage, player, line, stage.Cast.Inspector(player.Province), (inspect, purchase) => inspect.RunAsync(
            new(purchase.Id, purchase.Version, found, Paper($"Inspection {NumberOf(player, line)}", player, line)), ct));
        stage.Tally.Count(Steps.Purchase, "inspections");
    }

    private static async Task HandOverAsync(Stage stage, Player player, RosterLine line, Days days, CancellationToken ct)
    {
        HandoverFacts handover = new(player.Words.Receiver, days.HandedOver, LateReason(player, days.HandedOver));
        var photo = stage.Media.Photo(player.Words.BusinessCode, "delivery", $"{player.Row.Code} {line.Seq}");
        await DoAsync<HandOverGoods>(stage, player, line, stage.Cast.DistrictOfficer(player.Province), (hand, purchase) => hand.RunAsync(
            new(purchase.Id, purchase.Version, handover, new(new MemoryStream(photo), $"{NumberOf(player, line)}.jpg")), ct));
        stage.Tally.Count(Steps.Purchase, "handovers");
    }

    private static async Task PayAsync(Stage stage, Player player, RosterLine line, Days days, CancellationToken ct)
    {
        PaymentFacts payment = new($"IV-{NumberOf(player, line)}", PriceOf(line), days.Paid, LateReason(player, days.Paid));
        await DoAsync<PayVendor>(stage, player, line, stage.Cast.ProcurementOfficer(player.Province), (pay, purchase) => pay.RunAsync(
            new(purchase.Id, purchase.Version, payment, Paper($"Receipt {NumberOf(player, line)}", player, line)), ct));
        stage.Tally.Count(Steps.Purchase, "payments");
    }

    private static Task DoAsync<TOperation>(Stage stage, Player player, RosterLine line, CurrentUser person, Func<TOperation, Purchase, Task<Outcome>> act)
        where TOperation : class
        => stage.DoAsync<TOperation>(person, async (operation, db) => await act(
            operation, await db.Set<Purchase>().AsNoTracking().SingleAsync(p => p.EntryId == player.EntryId && p.Seq == line.Seq)));

    /// <summary>Bargaining saves a little on what is bought; what is hired costs what was planned.</summary>
    private static Money PriceOf(RosterLine line)
        => line.Category == "MAT" ? Money.FromBaht(decimal.Round(line.Amount.Baht * (100 - (line.Seq % 4)) / 1000) * 10) : line.Amount;

    private static string? LateReason(Player player, DateOnly date) => date > Due ? player.Words.LatePurchase : null;

    private static string NumberOf(Player player, RosterLine line) => string.Create(CultureInfo.InvariantCulture, $"{player.Province}-{line.Seq:00}");

    private static Upload Paper(string title, Player player, RosterLine line)
        => new(
            new MemoryStream(MediaKit.Paper(title, player.Row.Code, string.Create(CultureInfo.InvariantCulture, $"Line {line.Seq}, {PriceOf(line).Baht:#,0.00} baht"))),
            $"{NumberOf(player, line)}.pdf");
}
