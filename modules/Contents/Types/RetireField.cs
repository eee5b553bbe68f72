using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Contents.Types;

/// <summary>Takes a field out of the editor, or puts it back. The items keep what was written into it.</summary>
internal sealed class RetireField(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(string type, int number, string name, bool retired, CancellationToken ct)
    {
        if (await db.DefinableAsync(user, type, ct) is not { } latest || latest.Definition.Field(name) is not { } field)
        {
            return Outcome.NotFound;
        }

        if (latest.Number != number)
        {
            return Outcome.ChangedMeanwhile;
        }

        return field.Retired == retired
            ? Outcome.Refused(retired ? "contents.field-retired" : "contents.field-in-use")
            : await db.RedefineAsync(user, latest, [.. latest.Definition.Fields.Select(f => f == field ? field with { Retired = retired } : f)], ct);
    }
}
