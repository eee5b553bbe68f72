using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Contents.Types;

/// <summary>Moves a field one place up among the fields of its type; the first one goes to the end.</summary>
internal sealed class MoveField(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(string type, int number, string name, CancellationToken ct)
    {
        if (await db.DefinableAsync(user, type, ct) is not { } latest || latest.Definition.Field(name) is not { } field)
        {
            return Outcome.NotFound;
        }

        if (latest.Number != number)
        {
            return Outcome.ChangedMeanwhile;
        }

        var others = latest.Definition.Fields.Where(f => f != field).ToList();
        var place = latest.Definition.Fields.ToList().IndexOf(field);
        others.Insert(place == 0 ? others.Count : place - 1, field);
        return await db.RedefineAsync(user, latest, others, ct);
    }
}
