using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening.Panels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>The Department appoints a panel for the newest cycle: a chair, members, a secretary.</summary>
[Authorize(Permissions.OpenRound)]
internal sealed class AppointPanelModel(AppDb db, AppointPanel appointPanel, Localizer text) : PageModel
{
    private const int Members = 6;
    private const int Most = 500;

    private static readonly (Seat Seat, string Role)[] Roles = [(Seat.Chair, Kernel.Access.Roles.Chair), (Seat.Member, Kernel.Access.Roles.Member), (Seat.Secretary, Kernel.Access.Roles.Secretary)];

    [BindProperty]
    public string? OrderNumber { get; set; }

    [BindProperty]
    public DateOnly? AppointedOn { get; set; }

    [BindProperty]
    public IList<Row> Seats { get; set; } = [];

    public Cycle Cycle { get; private set; } = null!;

    /// <summary>Who may take each seat: the people who hold its role.</summary>
    public IReadOnlyDictionary<Seat, IReadOnlyList<SelectListItem>> People { get; private set; } = new Dictionary<Seat, IReadOnlyList<SelectListItem>>();

    public IReadOnlyList<SelectListItem> Homes { get; } =
        [new(text["screening.home-none"], ""), .. Provinces.All.Select(p => new SelectListItem(Localizer.Choose(p.NameTh, p.NameEn), p.Code))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Seats = [new(Seat.Chair, null, null), .. Enumerable.Repeat(new Row(Seat.Member, null, null), Members), new(Seat.Secretary, null, null)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (AppointedOn is null)
        {
            ModelState.TryAddModelError(nameof(AppointedOn), text["screening.appointed-on-missing"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var names = People.Values.SelectMany(p => p).DistinctBy(p => p.Value).ToDictionary(p => p.Value, p => p.Text);
        PanelSeat[] seats = [.. Seats.Where(s => s.UserId is not null && names.ContainsKey(s.UserId))
            .Select(s => new PanelSeat(s.UserId!, names[s.UserId!], s.Seat, string.IsNullOrEmpty(s.HomeProvince) ? null : Provinces.Of(s.HomeProvince).Code))];
        var outcome = await appointPanel.RunAsync(new(Cycle.Id, OrderNumber ?? "", AppointedOn!.Value, seats), ct);

        if (outcome.Succeeded)
        {
            this.Say("screening.panel-appointed");
            return RedirectToPage("/Screening/AdminRounds");
        }

        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var cycle = await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(ct);

        if (cycle is null)
        {
            return false;
        }

        Cycle = cycle;
        Dictionary<Seat, IReadOnlyList<SelectListItem>> people = [];

        foreach (var (seat, role) in Roles)
        {
            // The roles are kept as JSON text; the column is searched as the text that it is.
            var holds = $"\"{role}\"";
            var found = await db.Set<Account>().AsNoTracking().Where(a => ((string)(object)a.Roles).Contains(holds)).OrderBy(a => a.DisplayName).Take(Most)
                .Select(a => new { a.Id, a.DisplayName }).ToListAsync(ct);
            people[seat] = [new(text["screening.person-none"], ""), .. found.Select(a => new SelectListItem(a.DisplayName, a.Id.ToString()))];
        }

        People = people;
        return true;
    }

    /// <summary>One seat of the form; empty when nobody takes it.</summary>
    public sealed record Row(Seat Seat, string? UserId, string? HomeProvince);
}
