using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Screening.Pages.Screening;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Tests.Screening;

/// <summary>What the pages of the committee show to whom.</summary>
public sealed class ReviewPageTests(PanelAtWork work) : IClassFixture<PanelAtWork>
{
    private const string Group = "SG-50-01";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Board_WhileTheRoundIsOpen_ShowsNoMarksToAnybody()
    {
        var round = await work.StoredRoundAsync();
        await work.AsAsync<SaveScore>(PanelAtWork.Malee, o => o.RunAsync(new(PanelAtWork.SheetOf(round, PanelAtWork.Malee, Group).Id, 1, PanelAtWork.Marks(4, 4)), Ct));

        foreach (var user in new[] { PanelAtWork.Chanya, PanelAtWork.Suda, PanelAtWork.Preecha })
        {
            var (board, result) = await BoardAsync(user, round.Id);
            Assert.IsType<PageResult>(result);
            Assert.Null(board.Board);
        }

        Assert.IsType<NotFoundResult>((await BoardAsync(PanelAtWork.Malee, round.Id)).Result);
        Assert.IsType<NotFoundResult>((await EntryAsync(PanelAtWork.Chanya, round, Group)).Result);
    }

    [Fact]
    public async Task Board_InTheDiscussion_IsForThePanelAndNobodyElse()
    {
        var round = await work.RoundInDiscussionAsync(code => code == Group ? (4, 4) : (3, 3));

        Assert.Equal(Group, (await BoardAsync(PanelAtWork.Malee, round.Id)).Page.Board!.Standing.Places[0].Entry);
        Assert.IsType<NotFoundResult>((await BoardAsync(PanelAtWork.Stranger, round.Id)).Result);
    }

    [Fact]
    public async Task AnyPage_ForAChairWhoIsRecused_HasNoTraceOfTheEntry()
    {
        var round = await work.StoredRoundAsync();
        await work.AsAsync<Recuse>(PanelAtWork.Chanya, o => o.RunAsync(new(PanelAtWork.SheetOf(round, PanelAtWork.Chanya, Group).Id, "ญาติ"), Ct));
        await work.ScoreAsync(await work.WholeAsync(round.Id), code => code == Group ? (4, 4) : (3, 2));
        round = await work.WholeAsync(round.Id);

        var (board, _) = await BoardAsync(PanelAtWork.Chanya, round.Id);
        Assert.DoesNotContain(board.Board!.Standing.Places, p => p.Entry == Group);
        Assert.Equal(1, board.Board.Standing.Places[0].Rank);
        Assert.Empty(board.Board.Lines);
        Assert.Equal(9, board.SheetsAll);
        Assert.IsType<NotFoundResult>((await EntryAsync(PanelAtWork.Chanya, round, Group)).Result);
        Assert.Contains((await BoardAsync(PanelAtWork.Suda, round.Id)).Page.Board!.Standing.Places, p => p.Entry == Group);

        await work.AsAsync<CloseRound>(PanelAtWork.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct));
        round = await work.WholeAsync(round.Id);
        Assert.Equal(RoundState.Closed, round.State);
        await work.MakeAsync<ResolveRound, Guid>(PanelAtWork.Suda, o => o.RunAsync(new(round.Id, round.Version, "1/2563", [.. PanelAtWork.Scorers.Select(s => s.Id)]), Ct));

        var (resolution, _) = await ResolutionAsync(PanelAtWork.Chanya, round.Id);
        Assert.DoesNotContain(resolution.Places, p => p.Contender.GroupCode == Group);
        Assert.IsType<NotFoundResult>((await work.OpenAsync<ResolutionModel>(PanelAtWork.Chanya, p => p.OnGetJsonAsync(round.Id, Ct))).Result);
        Assert.IsType<FileContentResult>((await work.OpenAsync<ResolutionModel>(PanelAtWork.Suda, p => p.OnGetJsonAsync(round.Id, Ct))).Result);
        Assert.True(resolution.Verified);
    }

    [Fact]
    public async Task Sheet_OfAnotherMember_IsNotFound()
    {
        var sheet = PanelAtWork.SheetOf(await work.StoredRoundAsync(), PanelAtWork.Malee, Group);

        Assert.IsType<NotFoundResult>((await work.OpenAsync<SheetModel>(PanelAtWork.Somchai, p => p.OnGetAsync(sheet.Id, Ct))).Result);
        Assert.IsType<PageResult>((await work.OpenAsync<SheetModel>(PanelAtWork.Malee, p => p.OnGetAsync(sheet.Id, Ct))).Result);
    }

    [Fact]
    public async Task Sheet_OfOnesOwnProvince_IsNotAmongOnesSheets()
    {
        var round = await work.StoredRoundAsync();
        var own = PanelAtWork.SheetOf(round, PanelAtWork.Malee, "SG-43-01");

        var (other, _) = await work.OpenAsync<SheetModel>(PanelAtWork.Malee, p => p.OnGetAsync(PanelAtWork.SheetOf(round, PanelAtWork.Malee, Group).Id, Ct));

        Assert.Equal(2, other.Progress.Of);
        Assert.IsType<NotFoundResult>((await work.OpenAsync<SheetModel>(PanelAtWork.Malee, p => p.OnGetAsync(own.Id, Ct))).Result);
        Assert.IsType<NotFoundResult>((await work.OpenAsync<RecuseModel>(PanelAtWork.Malee, p => p.OnGetAsync(own.Id, Ct))).Result);
    }

    private Task<(BoardModel Page, IActionResult Result)> BoardAsync(CurrentUser user, Guid round) => work.OpenAsync<BoardModel>(user, p => p.OnGetAsync(round, Ct));

    private Task<(ResolutionModel Page, IActionResult Result)> ResolutionAsync(CurrentUser user, Guid round) => work.OpenAsync<ResolutionModel>(user, p => p.OnGetAsync(round, Ct));

    private Task<(EntryModel Page, IActionResult Result)> EntryAsync(CurrentUser user, Round round, string group)
        => work.OpenAsync<EntryModel>(user, p => p.OnGetAsync(round.Id, round.Contenders.Single(c => c.GroupCode == group).EntryId, Ct));
}
