using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Letters.Writing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.Pages.Letters;

/// <summary>The letter as a Word file.</summary>
[Authorize(Permissions.Read)]
internal sealed class DocxModel(AppDb db, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var body = await db.Set<OfficialLetter>().AsNoTracking().VisibleTo(user).Where(l => l.Id == id).Select(l => l.Body).SingleOrDefaultAsync(ct);

        return body is null
            ? NotFound()
            : File(LetterDocx.Write(body), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{body.Reference.Replace('/', '-')}.docx");
    }
}
