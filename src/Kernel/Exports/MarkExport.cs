using System.Globalization;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Exports;

/// <summary>Data about people that somebody took out of the site.</summary>
public sealed class DataExport : Entity
{
    private DataExport()
    {
    }

    internal DataExport(string kind, string format, int rows, string userId, DateTimeOffset now)
    {
        (Kind, Format, Rows, UserId, At) = (kind, format, rows, userId, now);
        Record(new DataExported(kind, format, rows));
    }

    public string Kind { get; private set; } = "";
    public string Format { get; private set; } = "";
    public int Rows { get; private set; }
    public string UserId { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>Somebody took data out of the site.</summary>
public sealed record DataExported(string Kind, string Format, int Rows) : DomainEvent;

/// <summary>What a file says about its own origin.</summary>
/// <param name="Line">Who, when, and the number under which it stands in the audit.</param>
/// <param name="FileName">Without its ending.</param>
public sealed record ExportMark(string Line, string FileName);

/// <summary>Writes down that somebody takes data out, and gives the mark that the file carries inside and in its name.</summary>
public sealed class MarkExport(AppDb db, CurrentUser user, SiteSettings settings, Localizer text, TimeProvider time)
{
    public async Task<ExportMark> RunAsync(string kind, string format, int rows, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        DataExport export = new(kind, format, rows, user.RealId, now);
        db.Add(export);
        await db.SaveAsync(user, ct);
        var number = export.Id.ToString("N", CultureInfo.InvariantCulture)[^8..];
        var who = user.ActorName is { } actor ? $"{actor} ({user.Name})" : user.Name;
        var name = string.Concat(who.Select(c => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? c : '-'));
        return new(
            text["exports.mark", ("site", settings.NameIn(Localizer.Language)), ("who", who), ("at", now), ("number", number)],
            $"{kind}-{BangkokTime.DateOf(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{name}-{number}");
    }

    /// <summary>A table as a marked file.</summary>
    public async Task<ExportedFile> WriteAsync(string kind, Sheet sheet, TableFormat format, CancellationToken ct)
    {
        var mark = await RunAsync(kind, format.ToString().ToLowerInvariant(), sheet.Rows.Count, ct);
        var bytes = format == TableFormat.Csv
            ? TableWriter.Csv(sheet, [mark.Line])
            : TableWriter.Xlsx([sheet, new(text["exports.sheet"], [text["exports.about"]], [[mark.Line]])]);
        return new(bytes, TableWriter.ContentTypeOf(format), mark.FileName + TableWriter.EndingOf(format));
    }
}

/// <summary>A file to hand out.</summary>
public sealed record ExportedFile(byte[] Bytes, string ContentType, string FileName);

internal sealed class DataExportTable : IEntityTypeConfiguration<DataExport>
{
    public void Configure(EntityTypeBuilder<DataExport> builder)
    {
        builder.ToTable("data_exports");
        builder.HasIndex(e => e.At);
    }
}
