using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Showcase.Publications;

/// <summary>Reads what there is to read: published news and papers, and the announced results.</summary>
internal sealed class PublicDocuments(AppDb db, Localizer localizer)
{
    private static readonly string[] Types = ["News", "Document"];

    public Task<IReadOnlyList<PublicDocument>> AllAsync(CancellationToken ct) => LatestAsync(int.MaxValue, ct);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PublicDocument>> LatestAsync(int most, CancellationToken ct)
    {
        var items = await db.Set<ContentItem>().AsNoTracking().Public().Where(i => Types.Contains(i.TypeName) && i.PublishedUtc != null)
            .OrderByDescending(i => i.PublishedUtc).Take(most).ToListAsync(ct);
        var cycles = await db.Set<Cycle>().AsNoTracking().Announced().ToListAsync(ct);

        return
        [
            .. items.Select(Of).OfType<PublicDocument>()
                .Concat(cycles.Select(ResultsOf)).OrderByDescending(d => d.At).Take(most),
        ];
    }

    private static PublicDocument? Of(ContentItem item)
    {
        var title = item.As<TitlePart>();
        return item.As<AutoroutePart>()?.Path is not { Length: > 0 } path || title is null ? null
            : new(Localizer.Choose(title.Title, title.TitleEn), Localizer.LangOf(title.TitleEn), path, "showcase.document." + item.TypeName.ToLowerInvariant(), item.PublishedUtc!.Value);
    }

    private PublicDocument ResultsOf(Cycle cycle) => new(
        localizer["showcase.document.results.title", ("year", PageFormat.Year(cycle.FiscalYearBe))],
        null,
        $"results/{cycle.FiscalYearBe}",
        "showcase.document.results",
        cycle.AnnouncedAt!.Value);
}
