using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Procurement.Budgets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Procurement.Pages.Procurement;

[Authorize(Permissions.Oversee)]
internal sealed class AllBudgetsModel(AppDb db, CurrentUser user) : PageModel
{
    public BudgetList Budgets { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Budgets = await BudgetList.OfAsync(db, user, ct);
}
