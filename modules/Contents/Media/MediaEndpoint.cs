using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>The address of a file of the library that stays when it is replaced: /media/{id}. A browser asks each time whether it is still the same.</summary>
internal static class MediaEndpoint
{
    public static void MapMedia(this IEndpointRouteBuilder routes) => routes.MapGet("/media/{id:guid}", ServeAsync).AllowAnonymous();

    private static async Task<IResult> ServeAsync(Guid id, HttpContext http, AppDb db, FileDoor door, IFileStore store, CancellationToken ct)
    {
        if (await db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } media || await door.FindAsync(media.FileId, ct) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = await door.IsPublicAsync(file, ct) ? "public, no-cache" : "private, no-cache";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(
            store.Open(file.Sha256), file.ContentType, media.Kind == MediaKind.Picture ? null : media.Name, enableRangeProcessing: true, entityTag: new($"\"{file.Sha256}\""));
    }
}
