using CommunityBusinessNetwork.Desk.Dashboards;
using CommunityBusinessNetwork.Desk.Inboxes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

[Authorize(Permissions.ViewDashboard)]
internal sealed class DashboardModel(Contributions contributions, Inbox inbox, CurrentUser user, TimeProvider time) : PageModel
{
    private const int TasksShown = 5;

    public DateTimeOffset Now { get; } = time.GetUtcNow();
    public InboxView Inbox { get; private set; } = null!;
    public IReadOnlyList<CycleStep> Steps { get; private set; } = [];
    public IReadOnlyList<FunnelStep> Funnel { get; private set; } = [];
    public MoneySoFar Money { get; private set; } = null!;
    public LateList Late { get; private set; } = null!;
    public ILookup<TileSlot, Tile> Tiles { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Inbox = new(await inbox.ReadAsync(new(TasksShown), ct), Now, "/admin/tasks");
        var figures = await contributions.FiguresAsync(user, ct);
        Steps = [.. figures.SelectMany(f => f.Steps).OrderBy(s => s.Number)];
        Funnel = [.. figures.SelectMany(f => f.Funnel).OrderBy(s => s.Order)];
        Money = MoneySoFar.Of([.. figures.SelectMany(f => f.Money)]);
        Late = LateList.Of(figures);
        Tiles = (await contributions.TilesAsync(user, ct)).OrderBy(t => t.Order).ToLookup(t => t.Slot);
    }
}
