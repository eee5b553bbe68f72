using System.Globalization;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Http;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>
/// Which part of a long list is shown. In a page: <c>Paging = Paging.Of(Request, await rows.CountAsync(ct)); rows.Skip(Paging.Skip).Take(Paging.Size)</c>,
/// in its view: <c>&lt;pager paging="Model.Paging" /&gt;</c>. The number is read from <c>?page=</c> by hand: Razor Pages keeps the page's path under the same name.
/// </summary>
public sealed record Paging
{
    public const int UsualSize = 50;

    public Paging(int page, int size, int total)
    {
        (Size, Total) = (Math.Max(size, 1), Math.Max(total, 0));
        Page = Math.Clamp(page, 1, Pages);
    }

    /// <summary>From 1; a number outside the list is moved into it.</summary>
    public int Page { get; }

    public int Size { get; }

    /// <summary>How many rows there are in all.</summary>
    public int Total { get; }

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
    public int Skip => (Page - 1) * Size;

    /// <summary>The number of the first row shown, from 1; 0 when there is none.</summary>
    public int First => Total == 0 ? 0 : Skip + 1;

    public int Last => Math.Min(Skip + Size, Total);

    public static Paging Of(HttpRequest request, int total, int size = UsualSize)
        => new(int.TryParse(ThaiDigits.ToAscii(request.Query["page"].ToString()), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1, size, total);
}
