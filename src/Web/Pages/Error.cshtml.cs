using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Web.Pages;

/// <summary>What a person sees when there is nothing, too much, or a fault: what to do next, and a number to quote.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "fault";
    public string Trace => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code) => Kind = code switch
    {
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status400BadRequest => "bad-request",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status429TooManyRequests => "too-many",
        _ => "fault",
    };
}
