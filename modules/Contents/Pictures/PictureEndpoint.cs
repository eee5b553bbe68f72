using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunityBusinessNetwork.Contents.Pictures;

/// <summary>Smaller ones of the pictures under /files: /files/{id}/640.webp. The bytes of a file never change, so a browser keeps them for ever.</summary>
internal static class PictureEndpoint
{
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>For who may read it today.</summary>
    private const string ForThisPerson = "private, max-age=3600";

    public static void MapRenditions(this IEndpointRouteBuilder routes)
        => routes.MapGet("/files/{id:guid}/{width:int}.{format:regex(^(avif|webp)$)}", ServeAsync).AllowAnonymous();

    private static async Task<IResult> ServeAsync(Guid id, int width, string format, HttpContext http, FileDoor door, Renditions renditions, CancellationToken ct)
    {
        if (!Renditions.Widths.Contains(width) || await door.FindAsync(id, ct) is not { } file || !Renditions.AreMadeOf(file.ContentType))
        {
            return Results.NotFound();
        }

        if (await renditions.OpenAsync(file, width, format, ct) is not { } smaller)
        {
            return Results.Redirect($"/files/{id}");
        }

        http.Response.Headers.CacheControl = await door.IsPublicAsync(file, ct) ? ForEver : ForThisPerson;
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(smaller, $"image/{format}", entityTag: new($"\"{file.Sha256[..32]}-{Renditions.NameOf(width, format)}\""));
    }
}
