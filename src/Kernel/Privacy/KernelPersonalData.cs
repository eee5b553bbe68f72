using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Exports;
using CommunityBusinessNetwork.Kernel.Imports;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Privacy;

/// <summary>What the audit says about a person, what she did, and files with her in them that wait to be imported.</summary>
internal sealed class KernelPersonalData(AppDb db) : IPersonalData
{
    private const int Most = 200;

    public async Task<IReadOnlyList<PersonalDatum>> OfAsync(DataSubject person, CancellationToken ct)
    {
        List<PersonalDatum> data = [];

        if (Guid.TryParse(person.UserId, out var id))
        {
            var values = await db.Set<PersonalValue>().AsNoTracking().Where(v => v.SubjectId == id && v.Value != null)
                .Join(db.Audit.AsNoTracking(), v => v.Number, r => r.Number, (v, r) => new { v.Number, v.Value, r.At }).OrderByDescending(x => x.Number).Take(Most).ToListAsync(ct);
            data.AddRange(values.Select(v => new PersonalDatum("privacy.audit-about", v.Value!, $"/admin/audit/{v.Number}", v.At)));
            var acts = await db.Audit.LongCountAsync(r => r.ActorId == person.UserId, ct);
            data.AddRange(acts > 0 ? [new("privacy.audit-acts", acts.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), $"/admin/audit?Actor={person.UserId}", null, "privacy.kept-audit")] : []);
        }

        data.AddRange((await DraftsOfAsync(person, ct)).Select(d => new PersonalDatum("privacy.import", d.FileName, null, d.MadeAt)));
        return data;
    }

    public async Task<int> EraseAsync(DataSubject person, CancellationToken ct)
    {
        var values = Guid.TryParse(person.UserId, out var id) ? await PersonalValues.EraseAsync(db, id, [], ct) : 0;
        var drafts = (await DraftsOfAsync(person, ct)).Select(d => d.Id).ToList();
        return values + await db.Set<ImportDraft>().Where(d => drafts.Contains(d.Id)).ExecuteDeleteAsync(ct);
    }

    // Few at a time: what is old goes by itself.
    private async Task<IReadOnlyList<ImportDraft>> DraftsOfAsync(DataSubject person, CancellationToken ct)
        => person.Texts.Count == 0 ? []
            : [.. (await db.Set<ImportDraft>().AsNoTracking().ToListAsync(ct)).Where(d => AppJson.Write(new { d.Table, d.Report }) is var json && person.Texts.Any(t => json.Contains(t, StringComparison.Ordinal)))];
}

/// <summary>Files that were read in and never run, and the reports of those that were.</summary>
internal sealed class OldImports(AppDb db) : IRetentionRule
{
    public string Key => "kernel.imports";

    public int UsualDays => 30;

    public int LeastDays => 1;

    public bool IsUsual => true;

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken ct) => Due(before).CountAsync(ct);

    public async Task<IReadOnlyList<string>> SampleAsync(DateTimeOffset before, int most, CancellationToken ct)
        => [.. (await Due(before).OrderBy(d => d.MadeAt).Take(most).Select(d => new { d.Kind, d.MadeAt }).ToListAsync(ct)).Select(d => $"{d.Kind} {Thai.PageFormat.Date(d.MadeAt)}")];

    public Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct) => Due(before).ExecuteDeleteAsync(ct);

    private IQueryable<ImportDraft> Due(DateTimeOffset before) => db.Set<ImportDraft>().Where(d => d.MadeAt < before);
}

/// <summary>The list of what was taken out of the site. The computer crime act wants the traces of use for at least 90 days.</summary>
internal sealed class OldExports(AppDb db) : IRetentionRule
{
    public string Key => "kernel.exports";

    public int UsualDays => 730;

    public int LeastDays => 90;

    public bool IsUsual => true;

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken ct) => Due(before).CountAsync(ct);

    public async Task<IReadOnlyList<string>> SampleAsync(DateTimeOffset before, int most, CancellationToken ct)
        => [.. (await Due(before).OrderBy(e => e.At).Take(most).Select(e => new { e.Kind, e.At }).ToListAsync(ct)).Select(e => $"{e.Kind} {Thai.PageFormat.Date(e.At)}")];

    public Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct) => Due(before).ExecuteDeleteAsync(ct);

    private IQueryable<DataExport> Due(DateTimeOffset before) => db.Set<DataExport>().Where(e => e.At < before);
}
