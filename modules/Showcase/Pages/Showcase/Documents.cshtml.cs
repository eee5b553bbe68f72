using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Showcase.Pages.Showcase;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class DocumentsModel(PublicDocuments documents) : PageModel
{
    public IReadOnlyList<PublicDocument> Documents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Documents = await documents.AllAsync(ct);
}
