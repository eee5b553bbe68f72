using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>Decides who reads the files of a purpose. A purpose without a gate is closed to everybody.</summary>
public interface IFileGate
{
    /// <summary>The purposes it answers for.</summary>
    IReadOnlyCollection<string> Purposes { get; }

    Task<bool> LetsReadAsync(StoredFile file, CurrentUser user, CancellationToken ct);
}

/// <summary>The files that a person may read, by what their gates say.</summary>
public sealed class FileDoor(AppDb db, CurrentUser user, IEnumerable<IFileGate> gates)
{
    /// <returns>The file; null when it is not there, or not for this person.</returns>
    public async Task<StoredFile?> FindAsync(Guid id, CancellationToken ct)
        => await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is { } file && await LetsReadAsync(file, user, ct) ? file : null;

    /// <summary>Whether somebody who has not signed in reads it too.</summary>
    public Task<bool> IsPublicAsync(StoredFile file, CancellationToken ct) => LetsReadAsync(file, CurrentUser.Nobody, ct);

    private async Task<bool> LetsReadAsync(StoredFile file, CurrentUser reader, CancellationToken ct)
        => gates.SingleOrDefault(g => g.Purposes.Contains(file.Purpose)) is { } gate && await gate.LetsReadAsync(file, reader, ct);
}

public static class FileEndpoint
{
    public static IServiceCollection AddFileGate<T>(this IServiceCollection services)
        where T : class, IFileGate
        => services.AddScoped<IFileGate, T>();

    /// <summary>The one address that serves files: /files/{id}, with ranges, after asking the gate. Not yours and not there are the same 404.</summary>
    public static void MapFiles(this IEndpointRouteBuilder routes)
        => routes.MapGet("/files/{id:guid}", ServeAsync).AllowAnonymous();

    private static async Task<IResult> ServeAsync(Guid id, HttpContext http, FileDoor door, IFileStore store, CancellationToken ct)
    {
        if (await door.FindAsync(id, ct) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, max-age=0, must-revalidate";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        var inline = file.ContentType.StartsWith("image/", StringComparison.Ordinal) || file.ContentType.StartsWith("video/", StringComparison.Ordinal) || file.ContentType == "text/vtt";
        return Results.File(
            store.Open(file.Sha256), file.ContentType, inline ? null : file.Name, enableRangeProcessing: true, entityTag: new($"\"{file.Sha256}\""));
    }
}
