using CommunityBusinessNetwork.Showcase.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Showcase.Pages.Showcase;

/// <summary>A page of standing text: privacy, accessibility, contact.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class TextModel : PageModel;
