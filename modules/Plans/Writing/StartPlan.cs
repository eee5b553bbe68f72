using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Plans.Checks;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Writing;

/// <summary>Begins the plan of an entry on the newest form, with what is known of the group filled in. Begun before, it is that plan.</summary>
internal sealed class StartPlan(AppDb db, CurrentUser user, ContentStore content, MessageBook words, TimeProvider time)
{
    /// <returns>The plan's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid entryId, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().PlannedBy(user).SingleOrDefaultAsync(e => e.Id == entryId, ct);

        if (entry is null)
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        if (await db.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(p => p.EntryId == entryId, ct) is { } begun)
        {
            return begun.Id;
        }

        if (!entry.TakesChanges)
        {
            return Outcome<Guid>.From(Outcome.Refused("plans.submitted"));
        }

        var form = await content.TypeAsync(PlanForm.Type, ct);
        var plan = new Plan(entry, form.Number, await KnownAsync(entry, form.Definition, ct), time.GetUtcNow());
        db.Add(plan);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? plan.Id : Outcome<Guid>.From(saved);
    }

    private async Task<JsonObject> KnownAsync(Entry entry, ContentTypeDefinition form, CancellationToken ct)
    {
        var item = await content.LatestAsync(entry.GroupItemId, ct);
        var known = GroupFacts.Of(entry.GroupNameTh, item?.As<GroupPart>(), item?.As<GroupContactPart>(), words.Find("th", "plans.address"));
        var answers = new JsonObject();

        foreach (var field in form.Fields.Where(f => known.ContainsKey(f.Name)))
        {
            if (FieldValues.ReadDraft(field, known[field.Name], out _) is { } value)
            {
                answers[field.Name] = value;
            }
        }

        return answers;
    }
}

/// <summary>The fields of the form that master data answers, by the names of domain §5.1.</summary>
internal static class GroupFacts
{
    /// <param name="address">The address in Thai with its gaps.</param>
    public static IReadOnlyDictionary<string, string> Of(string name, GroupPart? group, GroupContactPart? contact, string address)
    {
        var facts = new Dictionary<string, string> { ["groupName"] = name };

        if (group is not null)
        {
            facts["address"] = address
                .Replace("{village}", group.VillageTh, StringComparison.Ordinal)
                .Replace("{moo}", group.Moo.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{subdistrict}", group.SubdistrictTh, StringComparison.Ordinal)
                .Replace("{district}", group.DistrictTh, StringComparison.Ordinal)
                .Replace("{province}", Provinces.Of(group.ProvinceCode).NameTh, StringComparison.Ordinal)
                .Replace("{postcode}", group.Postcode, StringComparison.Ordinal);
            facts["foundedBe"] = group.FoundedBe.ToString(CultureInfo.InvariantCulture);
            facts["members"] = group.Members.ToString(CultureInfo.InvariantCulture);
            facts["membersFemale"] = group.MembersFemale.ToString(CultureInfo.InvariantCulture);
            facts["committee"] = group.Committee.ToString(CultureInfo.InvariantCulture);
            facts["savings"] = group.Savings.ToString();
            facts["loans"] = group.Loans.ToString();
            facts["welfareFund"] = group.WelfareFund.ToString();
        }

        if (contact is not null)
        {
            facts["chair"] = contact.ChairTh;
            facts["contact"] = contact.ContactTh ?? contact.ChairTh;
            facts["phone"] = PhoneNumbers.Format(contact.Phone);
        }

        return facts;
    }
}
