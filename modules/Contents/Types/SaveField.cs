using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Contents.Types;

/// <summary>Adds a field to a type, or changes what was decided about one. Its name and kind stay for ever: the data of the items hang on them.</summary>
internal sealed class SaveField(AppDb db, CurrentUser user)
{
    /// <param name="number">The version of the definition on which was typed.</param>
    /// <param name="name">The field to change; null adds one.</param>
    public async Task<Outcome> RunAsync(string type, int number, string? name, FieldForm typed, CancellationToken ct)
    {
        if (await db.DefinableAsync(user, type, ct) is not { } latest)
        {
            return Outcome.NotFound;
        }

        if (latest.Number != number)
        {
            return Outcome.ChangedMeanwhile;
        }

        var fields = latest.Definition.Fields;
        var before = name is null ? null : latest.Definition.Field(name);

        if (name is not null && before is null)
        {
            return Outcome.NotFound;
        }

        List<Problem> problems = [];
        var field = typed.Read(before, problems);

        if (before is null && fields.Any(f => string.Equals(f.Name, field.Name, StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(new("contents.field-name-taken", nameof(FieldForm.Name)));
        }

        return problems.Count > 0
            ? Outcome.Refused(problems)
            : await db.RedefineAsync(user, latest, before is null ? [.. fields, field] : [.. fields.Select(f => f == before ? field : f)], ct);
    }
}
