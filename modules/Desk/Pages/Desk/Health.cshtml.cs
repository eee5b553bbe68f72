using CommunityBusinessNetwork.Kernel.Health;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>How each part of the site does, and what to do about it. Machines ask /health.</summary>
[Authorize(Permissions.ViewHealth)]
internal sealed class HealthModel(IEnumerable<IHealthSource> sources, TimeProvider time) : PageModel
{
    public IReadOnlyList<HealthLine> Lines { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
    public HealthState Worst => Lines.Select(l => l.State).DefaultIfEmpty(HealthState.Fine).Max();

    public static string Chip(HealthState state) => state switch
    {
        HealthState.Fine => "done",
        HealthState.Warning => "warn",
        _ => "error",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        List<HealthLine> lines = [];

        foreach (var source in sources)
        {
            lines.AddRange(await source.CheckAsync(ct));
        }

        (Lines, At) = ([.. lines.OrderByDescending(l => l.State)], time.GetUtcNow());
    }
}
