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

public static class FileEndpoint
{
    public static IServiceCollection AddFileGate<T>(this IServiceCollection services)
        where T : class, IFileGate
        => services.AddScoped<IFileGate, T>();

    /// <summary>The one address that serves files: /files/{id}, with ranges, after asking the gate. Not yours and not there are the same 404.</summary>
    public static void MapFiles(this IEndpointRouteBuilder routes)
        => routes.MapGet("/files/{id:guid}", ServeAsync).AllowAnonymous();

    private static async Task<IResult> ServeAsync(
        Guid id, HttpContext http, AppDb db, CurrentUser user, IFileStore store, IEnumerable<IFileGate> gates, CancellationToken ct)
    {
        var file = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct);
        var gate = file is null ? null : gates.SingleOrDefault(g => g.Purposes.Contains(file.Purpose));

        if (file is null || gate is null || !await gate.LetsReadAsync(file, user, ct))
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
