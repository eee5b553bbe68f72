using System.Text;
using System.Text.Json;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Privacy;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Exports;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>What is kept about the person of a request, from every module: to show, to hand out, to erase.</summary>
[Authorize(Permissions.Privacy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PersonDataModel(AppDb db, CurrentUser user, IEnumerable<IPersonalData> modules, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? UserName { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Phone { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public PrivacyRequest Asked { get; private set; } = null!;
    public IReadOnlyList<PersonalDatum> Data { get; private set; } = [];

    /// <summary>Where else the words stand, in tables that no module speaks for.</summary>
    public IReadOnlyList<FoundText> Elsewhere { get; private set; } = [];

    public bool Searched { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!Request.QueryString.HasValue)
        {
            Name = Asked.Name;
            var isEmail = Asked.Contact.Contains('@', StringComparison.Ordinal);
            Email = isEmail ? Asked.Contact : null;
            Phone = isEmail ? null : PhoneNumbers.Normalise(Asked.Contact) ?? Asked.Contact;
        }

        await LoadAsync(ct);
        return Page();
    }

    /// <summary>All of it as a file for the person, marked and written down.</summary>
    public async Task<IActionResult> OnPostDownloadAsync(Guid id, [FromServices] MarkExport mark, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Asked.State == PrivacyState.Received)
        {
            return NotFound();
        }

        var data = await CollectAsync(await SubjectAsync(ct), ct);
        var export = await mark.RunAsync("person", "json", data.Count, ct);
        var file = JsonSerializer.Serialize(
            new { Mark = export.Line, Request = Asked.Number, Data = data.Select(d => new { What = text[d.WhatKey], d.Value, d.At, WhyKept = d.WhyKeptKey is null ? null : text[d.WhyKeptKey] }) }, AppJson.Indented);
        return File(Encoding.UTF8.GetBytes(file), "application/json; charset=utf-8", $"{export.FileName}.json");
    }

    public async Task<IActionResult> OnPostEraseAsync(Guid id, [FromServices] ErasePerson erase, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var outcome = await erase.RunAsync(new(id, Version, await SubjectAsync(ct)), ct);

        if (outcome.Succeeded)
        {
            this.Say("accounts.privacy-erased");
            return RedirectToPage(new { id, UserName, Name, Email, Phone });
        }

        ModelState.Add(outcome, text);
        await LoadAsync(ct);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<PrivacyRequest>().AsNoTracking().HandledBy(user).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } asked)
        {
            return false;
        }

        Asked = asked;
        return true;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var person = await SubjectAsync(ct);
        (Searched, Version) = (person.IsNamed, Asked.Version);
        ModelState.Remove(nameof(Version));

        if (!Searched)
        {
            return;
        }

        Data = await CollectAsync(person, ct);
        List<FoundText> found = [];

        foreach (var words in person.Texts.Concat(string.IsNullOrWhiteSpace(UserName) ? [] : [UserName.Trim()]))
        {
            found.AddRange(await TextScan.FindAsync(db, words, ct));
        }

        Elsewhere = [.. found.GroupBy(f => (f.Table, f.Column)).Select(g => new FoundText(g.Key.Table, g.Key.Column, g.Max(f => f.Rows)))];
    }

    private async Task<DataSubject> SubjectAsync(CancellationToken ct)
    {
        var normal = string.IsNullOrWhiteSpace(UserName) ? null : Account.Normal(UserName.Trim());
        var id = normal is null ? Guid.Empty : await db.Set<Account>().Where(a => a.NormalizedUserName == normal).Select(a => a.Id).SingleOrDefaultAsync(ct);
        return new(id == Guid.Empty ? null : id.ToString(), Plain(Name), Plain(Email), Plain(Phone));

        static string? Plain(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
    }

    private async Task<List<PersonalDatum>> CollectAsync(DataSubject person, CancellationToken ct)
    {
        List<PersonalDatum> data = [];

        foreach (var module in modules)
        {
            data.AddRange(await module.OfAsync(person, ct));
        }

        return data;
    }
}
