using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Kernel.Forms;

public static class Said
{
    /// <summary>The name under which the theme finds the message.</summary>
    public const string Key = "said";

    /// <summary>A message that the next page shows once, at its top: what was done. Before a redirect.</summary>
    public static void Say(this PageModel page, string messageKey) => page.TempData[Key] = messageKey;
}
