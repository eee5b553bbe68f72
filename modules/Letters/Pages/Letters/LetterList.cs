using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Letters.Writing;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.Pages.Letters;

/// <summary>A page of letters, the newest first.</summary>
internal sealed record LetterList(IReadOnlyList<LetterRow> Rows, Paging Paging, bool ShowProvince)
{
    public static async Task<LetterList> ReadAsync(AppDb db, IQueryable<OfficialLetter> letters, HttpRequest request, bool showProvince, CancellationToken ct)
    {
        var paging = Paging.Of(request, await letters.CountAsync(ct));
        var shown = await letters.AsNoTracking()
            .OrderByDescending(l => l.DraftedAt).ThenByDescending(l => l.Id).Skip(paging.Skip).Take(paging.Size)
            .Select(l => new { l.Id, l.ProvinceCode, l.Number, l.Date, l.Body, l.Status, Group = db.Set<Entry>().Where(e => e.Id == l.EntryId).Select(e => e.GroupNameTh).FirstOrDefault() })
            .ToListAsync(ct);
        return new([.. shown.Select(l => new LetterRow(l.Id, l.ProvinceCode, l.Number, l.Date, l.Body, l.Status, l.Group ?? ""))], paging, showProvince);
    }

    public static string NameOf(string provinceCode) => Localizer.Choose(Provinces.Of(provinceCode).NameTh, Provinces.Of(provinceCode).NameEn);
}

internal sealed record LetterRow(Guid Id, string ProvinceCode, int? Number, DateOnly? Date, LetterSheet Body, LetterStatus Status, string Group);
