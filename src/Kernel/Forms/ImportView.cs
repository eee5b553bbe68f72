using CommunityBusinessNetwork.Kernel.Imports;
using Microsoft.AspNetCore.Http;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>The part of an import's report that a page shows: what cannot be taken first, then by row.</summary>
public sealed class ImportView
{
    public ImportView(ImportDraft draft, IReadOnlyList<ImportColumn> columns, ImportVerdict? show, HttpRequest request)
    {
        (Draft, Columns, Show) = (draft, columns, show);
        List<ImportRow> chosen = [.. draft.Report.Rows.Where(r => show is null || r.Verdict == show).OrderByDescending(r => r.Verdict == ImportVerdict.Refused).ThenBy(r => r.Number)];
        Paging = Paging.Of(request, chosen.Count);
        Rows = [.. chosen.Skip(Paging.Skip).Take(Paging.Size)];
    }

    public ImportDraft Draft { get; }
    public IReadOnlyList<ImportColumn> Columns { get; }
    public ImportVerdict? Show { get; }
    public Paging Paging { get; }
    public IReadOnlyList<ImportRow> Rows { get; }
    public bool Waits => Draft.RanAt is null;
    public int ToDo => Draft.Report.Count(ImportVerdict.New) + Draft.Report.Count(ImportVerdict.Changed);
    public string TitleKey => Waits ? "imports.report" : "imports.report-done";
}
