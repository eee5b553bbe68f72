using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Privacy;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Groups.Privacy;

/// <summary>People whom one asks in a group: the contact in every version of the group.</summary>
internal sealed class GroupPersonalData(AppDb db, CurrentUser user) : IPersonalData
{
    private const string Nobody = "–";

    public async Task<IReadOnlyList<PersonalDatum>> OfAsync(DataSubject person, CancellationToken ct)
        => [.. (await VersionsAsync(person, ct)).Where(v => v.Item.Latest)
            .Select(v => new PersonalDatum("groups.contact-part", $"{v.Item.DisplayText}: {string.Join(" · ", new[] { v.Contact.ChairTh, v.Contact.ContactTh, v.Contact.Phone, v.Contact.Email }.OfType<string>())}", $"/admin/contents/{v.Item.ItemId}", v.Item.ModifiedUtc))];

    public async Task<int> EraseAsync(DataSubject person, CancellationToken ct)
    {
        var versions = await VersionsAsync(person, ct);

        foreach (var (item, contact) in versions)
        {
            item.Put(Without(person, contact));
        }

        await db.SaveAsync(user, ct);
        return versions.Count;
    }

    /// <summary>The number and the address are those of the contact person, and of the chair where there is no other.</summary>
    private static GroupContactPart Without(DataSubject person, GroupContactPart contact)
    {
        var reachesHer = person.Name is not null && (contact.ContactTh ?? contact.ChairTh) == person.Name;
        return new(
            contact.ChairTh == person.Name ? Nobody : contact.ChairTh,
            contact.ContactTh == person.Name ? null : contact.ContactTh,
            reachesHer || contact.Phone == person.Phone ? "" : contact.Phone,
            reachesHer || contact.Email == person.Email ? null : contact.Email);
    }

    private async Task<IReadOnlyList<(ContentItem Item, GroupContactPart Contact)>> VersionsAsync(DataSubject person, CancellationToken ct)
    {
        List<(ContentItem, GroupContactPart)> found = [];

        foreach (var words in person.Texts)
        {
            foreach (var item in await db.Set<ContentItem>().Where(i => i.TypeName == GroupItems.Type && i.Parts.Contains(words)).ToListAsync(ct))
            {
                if (item.As<GroupContactPart>() is { } contact && Names(person, contact) && !found.Exists(f => f.Item1.Id == item.Id))
                {
                    found.Add((item, contact));
                }
            }
        }

        return found;
    }

    private static bool Names(DataSubject person, GroupContactPart contact)
        => (person.Name is { } name && (contact.ChairTh == name || contact.ContactTh == name))
            || (person.Phone is { } phone && contact.Phone == phone) || (person.Email is { } email && contact.Email == email);
}
