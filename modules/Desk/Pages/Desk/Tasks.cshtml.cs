using CommunityBusinessNetwork.Desk.Inboxes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>What the lists of tasks are made with.</summary>
internal sealed class TaskDesk(Inbox inbox, WorkflowParts parts, CurrentUser user, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The provinces among which this person can choose: none where she works in one.</summary>
    public IReadOnlyList<Province> Provinces { get; } = [.. Kernel.Thai.Provinces.All.Where(p => user.Grants.Any(g => g.Area.Contains(Area.Province(p.Code))))];

    public Task<TaskList> ReadAsync(TaskQuery query, CancellationToken ct) => inbox.ReadAsync(query, ct);

    public async Task<IReadOnlyList<WorkflowRun>> RunsAsync(CancellationToken ct)
    {
        List<WorkflowRun> runs = [];

        foreach (var subjects in parts.Subjects)
        {
            runs.AddRange(await subjects.RunsAsync(ct));
        }

        return runs;
    }
}

/// <summary>Everything that waits for this person: the start page of <i>My work</i> and of <i>Review</i>, and the Department's long list.</summary>
internal abstract class TaskListModel(TaskDesk desk, Localizer text) : PageModel
{
    private const int FewEnoughWithoutFilters = 8;

    /// <summary>The kind of step, by its key.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    /// <summary>The fiscal year, in the Buddhist Era.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    public InboxView Inbox { get; private set; } = null!;
    public IReadOnlyList<WorkflowRun> Runs { get; private set; } = [];

    public bool IsFiltered => Step is not null || Year is not null || Province is not null;
    public bool ShowsFilters => IsFiltered || Inbox.List.Total > FewEnoughWithoutFilters;

    public IEnumerable<SelectListItem> Steps =>
        [new(text["desk.tasks-every"], ""), .. Inbox.List.Steps.Select(s => new SelectListItem(text["desk.tasks-step", ("step", text[s.ButtonKey, [.. s.Args]]), ("count", s.Count)], s.Key, s.Key == Step))];

    public IEnumerable<SelectListItem> Years => [new(text["desk.tasks-every"], ""), .. Runs.Select(r => new SelectListItem(PageFormat.Year(r.Year), $"{r.Year}", r.Year == Year))];

    public IEnumerable<SelectListItem> Provinces =>
        desk.Provinces.Count < 2 ? [] : [new(text["desk.tasks-every"], ""), .. desk.Provinces.Select(p => new SelectListItem(Localizer.Choose(p.NameTh, p.NameEn), p.Code, p.Code == Province))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Runs = await desk.RunsAsync(ct);
        Step = string.IsNullOrEmpty(Step) ? null : Step;
        Province = desk.Provinces.Any(p => p.Code == Province) ? Province : null;
        TaskQuery query = new(0) { Step = Step, Province = Province, Cycle = Runs.FirstOrDefault(r => r.Year == Year)?.Id };
        var counted = await desk.ReadAsync(query, ct);
        var paging = Paging.Of(Request, counted.Steps.Where(s => Step is null || s.Key == Step).Sum(s => s.Count));
        Inbox = new(await desk.ReadAsync(query with { Most = paging.Skip + paging.Size }, ct), desk.Now, null, paging);
    }
}

[Authorize(Permissions.ViewDashboard)]
internal sealed class TasksModel(TaskDesk desk, Localizer text) : TaskListModel(desk, text);
