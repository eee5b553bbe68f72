using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Lists;

/// <summary>Brings the index of listed fields in line after a type got a new definition: the items are older than the wish to list them by it.</summary>
internal sealed class IndexListedFields(AppDb db) : IEventConsumer
{
    private const int AtOnce = 500;

    public IReadOnlyCollection<string> Handles { get; } = [nameof(ContentTypeDefined)];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        var name = row.As<ContentTypeDefined>().Type;
        var type = await db.Set<ContentType>().AsNoTracking().SingleAsync(t => t.Name == name && t.Latest, ct);
        var listed = type.Definition.Fields.Where(f => f.Listed).ToList();
        var names = listed.Select(f => f.Name).ToList();
        var ofType = db.Set<ContentItem>().Where(i => i.TypeName == type.Name).Select(i => i.ItemId);

        // Outside the audit: it says again what the items say.
        await db.Set<ContentFieldValue>().Where(v => ofType.Contains(v.ItemId) && !names.Contains(v.Field)).ExecuteDeleteAsync(ct);

        for (string? after = ""; listed.Count > 0 && after is not null;)
        {
            var from = after;

            // One turn for reading and writing: an item that is saved meanwhile must not be overtaken by what it was.
            await db.TransactionAsync(async () => after = await IndexAsync(type.Name, listed, from, ct), ct);
        }
    }

    /// <returns>The id of the last item that was looked at; null after the last one.</returns>
    private async Task<string?> IndexAsync(string type, List<FieldDefinition> listed, string after, CancellationToken ct)
    {
#pragma warning disable CA1309 // It becomes SQL's own comparison.
        var items = await db.Set<ContentItem>().AsNoTracking().Where(i => i.TypeName == type && i.Latest && string.Compare(i.ItemId, after) > 0).OrderBy(i => i.ItemId).Take(AtOnce).ToListAsync(ct);
#pragma warning restore CA1309
        var ids = items.Select(i => i.ItemId).ToList();
        var known = await db.Set<ContentFieldValue>().Where(v => ids.Contains(v.ItemId)).ToDictionaryAsync(v => (v.ItemId, v.Field), ct);

        foreach (var item in items)
        {
            var values = item.Fields();

            foreach (var field in listed)
            {
                if (!known.TryGetValue((item.ItemId, field.Name), out var row))
                {
                    row = new(item.ItemId, field.Name);
                    db.Add(row);
                }

                row.Take(field, values[field.Name]);
            }
        }

        await db.SaveAsync(CurrentUser.System, ct);
        db.ChangeTracker.Clear();
        return items.Count == AtOnce ? items[^1].ItemId : null;
    }
}
