using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Groups.Profiles;

/// <summary>Takes a group into the list of groups, as a published item; the same code again changes it. The code decides the item.</summary>
public sealed partial class RegisterGroup(AppDb db, CurrentUser user, ContentStore content)
{
    /// <param name="DistrictCode">Unique in its province; part of the group's area.</param>
    public sealed record Input(string NameTh, string? NameEn, string DistrictCode, GroupPart Group, GroupContactPart Contact);

    /// <returns>The item's id.</returns>
    public async Task<Outcome<string>> RunAsync(Input input, CancellationToken ct)
    {
        if (Provinces.Find(input.Group.ProvinceCode) is null)
        {
            return Refused("groups.no-such-province", nameof(GroupPart.ProvinceCode));
        }

        var district = Area.District(input.Group.ProvinceCode, input.DistrictCode);
        var known = await db.Set<GroupIndex>().AsNoTracking().SingleOrDefaultAsync(g => g.Code == input.Group.Code, ct);

        if (!user.May(Permissions.ManageGroups, district) || (known is not null && !user.May(Permissions.ManageGroups, known.Area)))
        {
            return Outcome<string>.From(Outcome.NotFound);
        }

        if (!Code().IsMatch(input.Group.Code))
        {
            return Refused("groups.code-invalid", nameof(GroupPart.Code));
        }

        // What other modules hold of a group stands under its area.
        if (known is not null && known.Area != district.Group(known.ItemId))
        {
            return Refused("groups.place-stays", nameof(GroupPart.Code));
        }

        if (GroupPart.CheckCounts(input.Group.Members, input.Group.MembersFemale, input.Group.Committee) is { Count: > 0 } problems)
        {
            return Outcome<string>.From(Outcome.Refused(problems));
        }

        var id = known?.ItemId ?? ContentId.New();
        var draft = known is null ? await content.NewAsync(GroupItems.Type, district.Group(id), ct, id) : await content.DraftAsync(id, ct);
        draft!.Put(new TitlePart(input.NameTh, input.NameEn));
        draft.Put(new AutoroutePart($"groups/{input.Group.Code.ToLowerInvariant()}"));
        draft.Put(input.Group);
        draft.Put(input.Contact);
        await content.PublishAsync(draft, ct);
        return id;
    }

    private static Outcome<string> Refused(string code, string field) => Outcome<string>.From(Outcome.Refused(code, field));

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{2,19}$")]
    private static partial Regex Code();
}
