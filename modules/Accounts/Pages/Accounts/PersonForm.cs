using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Rights;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>What is typed about a person: to invite her, or to change what is known.</summary>
internal sealed class PersonForm
{
    public string? UserName { get; set; }
    public string? DisplayName { get; set; }
    public string? Email { get; set; }
    public List<HoldingForm> Roles { get; set; } = [];

    [BindNever]
    public HoldingChoices Choices { get; set; } = HoldingChoices.None;

    public IReadOnlyList<TypedHolding> TypedRoles => [.. Roles.Select(r => new TypedHolding(r.Role, r.Level, r.Place, r.Code))];

    public static PersonForm Of(Account account, IReadOnlyDictionary<string, NamedArea> names) => new()
    {
        UserName = account.UserName,
        DisplayName = account.DisplayName,
        Email = account.Email,
        Roles = [.. account.Roles.Select(r => HoldingForm.Of(TypedHolding.Of(r, names.GetValueOrDefault(r.Area.Path))))],
    };

    /// <summary>An empty row at the end for one role more.</summary>
    public void AddRow() => Roles.Add(new());
}

/// <summary>A row in which a role is given for an area.</summary>
internal sealed class HoldingForm
{
    public string? Role { get; set; }
    public AreaLevel Level { get; set; }
    public string? Place { get; set; }
    public string? Code { get; set; }

    public static HoldingForm Of(TypedHolding typed) => new() { Role = typed.Role, Level = typed.Level, Place = typed.Place, Code = typed.Code };
}

/// <summary>What the rows offer.</summary>
internal sealed record HoldingChoices(IReadOnlyList<SelectListItem> Roles, IReadOnlyList<SelectListItem> Levels, IReadOnlyList<SelectListItem> Places)
{
    public static readonly HoldingChoices None = new([], [], []);

    public static async Task<HoldingChoices> LoadAsync(AppDb db, Localizer text, CancellationToken ct)
    {
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(ct)).Where(r => r.Name != Kernel.Access.Roles.Anonymous).InOrder();
        return new(
            [new("–", ""), .. roles.Select(r => new SelectListItem(text.Role(r.Name), r.Name))],
            [.. Enum.GetValues<AreaLevel>().Select(l => new SelectListItem(text[$"accounts.level-{l}"], l.ToString()))],
            [
                new("–", ""),
                .. Provinces.Regions.Select(r => new SelectListItem(text["accounts.area-region", ("region", text[$"accounts.region-{r}"])], r)),
                .. Provinces.All.Select(p => new SelectListItem(Localizer.Choose(p.NameTh, p.NameEn), p.Code)),
            ]);
    }
}
