using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Notices.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Pages.Notices;

/// <summary>The kinds of notices, and in which languages staff have chosen the words themselves.</summary>
[Authorize(Permissions.Manage)]
internal sealed class TemplatesModel(AppDb db) : PageModel
{
    public IReadOnlySet<(string Kind, string Language)> Own { get; private set; } = new HashSet<(string, string)>();

    public async Task OnGetAsync(CancellationToken ct)
        => Own = (await db.Set<NoticeTemplate>().AsNoTracking().Select(t => new { t.Kind, t.Language }).ToListAsync(ct)).Select(t => (t.Kind, t.Language)).ToHashSet();
}
