using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Imports;

/// <summary>
/// Takes a table in, in two steps: reading it tries every row out and says what it would do; running it does that, all or nothing.
/// What has changed in between is told, and nothing is done.
/// </summary>
public sealed class ImportTables(AppDb db, CurrentUser user, IEnumerable<ITableImport> imports, ImportRows rows, TimeProvider time)
{
    /// <param name="Field">The form's field that the problem stands beside.</param>
    public sealed record Input(string Kind, Upload? File, string Field, IReadOnlyDictionary<string, string> Options);

    /// <summary>The drafts of this person.</summary>
    public IQueryable<ImportDraft> Drafts(string kind) => db.Set<ImportDraft>().Where(d => d.OwnerId == user.Id && d.Kind == kind);

    /// <returns>The draft's id.</returns>
    public async Task<Outcome<Guid>> ReadAsync(Input input, CancellationToken ct)
    {
        var import = imports.Single(i => i.Kind == input.Kind);

        if (!user.May(import.Permission))
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        if (input.File is not { } file)
        {
            return Outcome<Guid>.From(Outcome.Refused("files.missing", input.Field));
        }

        var table = await TableReader.ReadAsync(file.Content, input.Field, TableLimits.Usual, ct);

        if (!table.Succeeded)
        {
            return Outcome<Guid>.From(table);
        }

        ImportDraft draft = new(input.Kind, user.Id, Path.GetFileName(file.FileName), table.Value, input.Options, time.GetUtcNow());
        var report = Outcome<ImportReport>.From(Outcome.NotFound);
        await db.TryOutAsync(async () => report = await rows.RunAsync(import, draft, input.Field, ct), ct);
        db.ChangeTracker.Clear();

        if (!report.Succeeded)
        {
            return Outcome<Guid>.From(report);
        }

        draft.Tell(report.Value);
        db.Add(draft);
        await db.SaveAsync(user, ct);
        return draft.Id;
    }

    public async Task<Outcome> RunAsync(string kind, Guid id, long version, CancellationToken ct)
    {
        var import = imports.Single(i => i.Kind == kind);

        if (!user.May(import.Permission) || await Drafts(kind).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
        {
            return Outcome.NotFound;
        }

        if (draft.RanAt is not null || draft.Version != version)
        {
            return Outcome.Refused("imports.ran-already");
        }

        var now = draft.Report;
        var done = await db.AllOrNothingAsync(async () => (now = (await rows.RunAsync(import, draft, "", ct)).Value).CanRun && Same(now, draft.Report) && await CloseAsync(id, ct), ct);
        return done ? Outcome.Done
            : Same(now, draft.Report) ? Outcome.Refused("imports.has-refused")
            : await TellAsync(id, now, ct);
    }

    /// <summary>Forgets the file.</summary>
    public async Task<Outcome> DiscardAsync(string kind, Guid id, CancellationToken ct)
    {
        if (await Drafts(kind).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
        {
            return Outcome.NotFound;
        }

        db.Remove(draft);
        return await db.TrySaveAsync(user, ct);
    }

    private async Task<bool> CloseAsync(Guid id, CancellationToken ct)
    {
        (await db.Set<ImportDraft>().SingleAsync(d => d.Id == id, ct)).HasRun(time.GetUtcNow());
        await db.SaveAsync(user, ct);
        return true;
    }

    private async Task<Outcome> TellAsync(Guid id, ImportReport now, CancellationToken ct)
    {
        (await db.Set<ImportDraft>().SingleAsync(d => d.Id == id, ct)).Tell(now);
        await db.SaveAsync(user, ct);
        return Outcome.Refused("imports.changed-meanwhile");
    }

    private static bool Same(ImportReport left, ImportReport right) => AppJson.Write(left) == AppJson.Write(right);
}
