using System.Globalization;
using System.Net.Http.Headers;
using CommunityBusinessNetwork.Desk.Audits;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Exports;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>Who did what, the newest first; and whether the chain of the rows is whole.</summary>
[Authorize(Permissions.ViewAudit)]
internal sealed class AuditModel(AppDb db, EventNames names, IPersonNames people) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Event { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Actor { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>The days as they were typed, to go on with the filters.</summary>
    public string? TypedFrom => Request.Query[nameof(From)];

    public string? TypedTo => Request.Query[nameof(To)];

    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];

    /// <summary>What the check found: null before it, 0 when the chain is whole, else the first broken row.</summary>
    public long? Broken { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task OnPostVerifyAsync(CancellationToken ct)
    {
        Broken = await AuditChain.VerifyAsync(db, ct) ?? 0;
        await LoadAsync(ct);
    }

    /// <summary>The rows that the filters leave, all of them, as they are written. That they were taken out is a row itself, and stands in the file.</summary>
    public async Task<IActionResult> OnPostExportAsync([FromServices] MarkExport mark, CancellationToken ct)
    {
        var export = await mark.RunAsync("audit", "csv", await Chosen().CountAsync(ct), ct);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = $"{export.FileName}.csv" }.ToString();
        await using StreamWriter csv = new(Response.Body);
        await csv.WriteAsync(Csv.ByteOrderMark);
        await csv.WriteAsync(Csv.Line($"# {export.Line}"));
        await csv.WriteAsync(Csv.Line("number", "at", "event", "subject", "subject_id", "actor", "on_behalf_of", "reason", "data", "sha256"));

        await foreach (var row in Chosen().OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            await csv.WriteAsync(Csv.Line(
                row.Number.ToString(CultureInfo.InvariantCulture), row.At.ToString("O", CultureInfo.InvariantCulture), row.Event, row.Subject, row.SubjectId.ToString(),
                row.ActorId, row.OnBehalfOf, row.Reason, row.Data, row.Hash));
        }

        return new EmptyResult();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var rows = Chosen();
        Paging = Paging.Of(Request, await rows.CountAsync(ct));
        var shown = await rows.OrderByDescending(r => r.Number).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        var known = await people.OfAsync([.. shown.SelectMany(r => new[] { r.ActorId, r.OnBehalfOf }).OfType<string>().Distinct()], ct);
        Rows = [.. shown.Select(r => new Row(r, names.Of(r.Event), NameOf(r.ActorId), r.OnBehalfOf is null ? null : NameOf(r.OnBehalfOf)))];
        Events = [.. (await db.Audit.Select(r => r.Event).Distinct().ToListAsync(ct))
            .Select(e => new SelectListItem(names.Of(e), e)).OrderBy(e => e.Text, StringComparer.Ordinal).Prepend(new("–", ""))];

        string NameOf(string id) => known.GetValueOrDefault(id, id);
    }

    private IQueryable<AuditRow> Chosen()
    {
        var rows = db.Audit.AsNoTracking();

        if (!string.IsNullOrEmpty(Event))
        {
            rows = rows.Where(r => r.Event == Event);
        }

        if (!string.IsNullOrWhiteSpace(Actor))
        {
            var actor = Actor.Trim();
            rows = rows.Where(r => r.ActorId == actor);
        }

        if (Subject is { } subject)
        {
            rows = rows.Where(r => r.SubjectId == subject);
        }

        if (From is { } from)
        {
            var start = BangkokTime.StartOf(from);
            rows = rows.Where(r => r.At >= start);
        }

        if (To is { } to)
        {
            var end = BangkokTime.EndOf(to);
            rows = rows.Where(r => r.At < end);
        }

        return rows;
    }

    internal sealed record Row(AuditRow Audit, string What, string Who, string? OnBehalfOf);
}
