using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Letters.Offices;
using CommunityBusinessNetwork.Letters.Writing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.Pages.Letters;

/// <summary>What stands on the letters of a province.</summary>
[Authorize(Permissions.KeepOffice)]
internal sealed class OfficeModel(AppDb db, CurrentUser user, ChangeOffice change, Localizer text) : PageModel
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public Form Input { get; set; } = null!;

    public string ProvinceName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } office)
        {
            return NotFound();
        }

        (Id, Version, Input) = (office.Id, office.Version, Form.Of(office.Head));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await change.RunAsync(Id, Version, Input.ToHead(), ct);

            if (outcome.Succeeded)
            {
                this.Say("letters.saved");
                return RedirectToPage();
            }

            ModelState.Add(outcome, text);
        }

        if (await LoadAsync(ct) is not { } office)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Version));
        Version = office.Version;
        return Page();
    }

    private async Task<Office?> LoadAsync(CancellationToken ct)
    {
        var office = await db.Set<Office>().AsNoTracking().KeptBy(user).OrderBy(o => o.ProvinceCode).FirstOrDefaultAsync(o => Id == Guid.Empty || o.Id == Id, ct);
        ProvinceName = office is null ? "" : Localizer.Choose(Provinces.Of(office.ProvinceCode).NameTh, Provinces.Of(office.ProvinceCode).NameEn);
        return office;
    }

    internal sealed class Form
    {
        public string? UnitCode { get; set; }
        public string? Issuer { get; set; }
        public string? Street { get; set; }
        public string? Postcode { get; set; }
        public string? SignerName { get; set; }
        public string? SignerPosition { get; set; }
        public string? Capacity { get; set; }
        public string? OnBehalfOf { get; set; }
        public string? OwnerUnit { get; set; }
        public string? OwnerSubUnit { get; set; }
        public string? Phone { get; set; }
        public string? Motto { get; set; }

        public static Form Of(OfficeFields head) => new()
        {
            UnitCode = head.UnitCode,
            Issuer = head.Issuer,
            Street = head.Street,
            Postcode = head.Postcode,
            SignerName = head.SignerName,
            SignerPosition = head.SignerPosition,
            Capacity = head.Capacity,
            OnBehalfOf = head.OnBehalfOf,
            OwnerUnit = head.OwnerUnit,
            OwnerSubUnit = head.OwnerSubUnit,
            Phone = head.Phone is null ? null : PhoneNumbers.Format(head.Phone),
            Motto = head.Motto,
        };

        /// <summary>The province itself stays what it is.</summary>
        public OfficeFields ToHead() => new()
        {
            ProvinceAbbr = "",
            Province = "",
            UnitCode = Text(UnitCode),
            Issuer = Text(Issuer),
            Street = TextOrNone(Street),
            Postcode = Text(Postcode),
            SignerName = Text(SignerName),
            SignerPosition = Text(SignerPosition),
            Capacity = TextOrNone(Capacity),
            OnBehalfOf = TextOrNone(OnBehalfOf),
            OwnerUnit = Text(OwnerUnit),
            OwnerSubUnit = TextOrNone(OwnerSubUnit),
            Phone = TextOrNone(Phone),
            Motto = TextOrNone(Motto),
        };

        private static string Text(string? typed) => ThaiText.Normalise(typed ?? "").Trim();

        private static string? TextOrNone(string? typed) => Text(typed) is { Length: > 0 } text ? text : null;
    }
}
