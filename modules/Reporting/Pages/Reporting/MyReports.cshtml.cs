using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Reporting.Overviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Reporting.Pages.Reporting;

[Authorize(Permissions.View)]
internal sealed class MyReportsModel(AppDb db, CurrentUser user, TimeProvider time) : PageModel
{
    public ReportList Reports { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Reports = await ReportList.OfAsync(db, user, time.GetUtcNow(), ct);
}
