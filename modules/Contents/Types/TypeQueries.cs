using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Types;

internal static class TypeQueries
{
    /// <summary>The type as it is now, for a person who may decide what types are made of; null for anybody else.</summary>
    public static async Task<ContentType?> DefinableAsync(this AppDb db, CurrentUser user, string name, CancellationToken ct)
        => user.May(Permissions.DefineTypes) ? await db.Set<ContentType>().SingleOrDefaultAsync(t => t.Name == name && t.Latest, ct) : null;

    /// <summary>Gives the type other fields. What items keep of a field that is retired stays.</summary>
    public static async Task<Outcome> RedefineAsync(this AppDb db, CurrentUser user, ContentType type, IReadOnlyList<FieldDefinition> fields, CancellationToken ct)
    {
        if (type.Redefine(type.Definition with { Fields = fields }) is { } next)
        {
            db.Add(next);
        }

        return await db.TrySaveAsync(user, ct);
    }
}
