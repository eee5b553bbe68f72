using System.Collections.Concurrent;
using System.Globalization;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>
/// The cache of public pages, which an orderly restart keeps: the stop writes them to a file beside the data, the next start takes them from it
/// when neither the program nor anything in the audit has changed in between. A process that was killed leaves no file, and the next one begins empty.
/// </summary>
internal sealed class KeptPages(IOutputCacheStore memory, AppDatabase database, SiteFolders folders, ILogger<KeptPages> log) : IOutputCacheStore
{
    /// <summary>How many pages are kept: the home page, the results, the groups, in both languages.</summary>
    private const int Most = 100;

    private readonly ConcurrentDictionary<string, Page> _pages = new(StringComparer.Ordinal);

    private string File => Path.Combine(folders.Data, "pages.kept");

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => memory.GetAsync(key, cancellationToken);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        if (_pages.Count < Most || _pages.ContainsKey(key))
        {
            _pages[key] = new(value, tags ?? [], TimeProvider.System.GetUtcNow() + validFor);
        }

        return memory.SetAsync(key, value, tags, validFor, cancellationToken);
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        foreach (var (key, _) in _pages.Where(p => p.Value.Tags.Contains(tag)))
        {
            _pages.TryRemove(key, out _);
        }

        return memory.EvictByTagAsync(tag, cancellationToken);
    }

    /// <summary>Takes what the last stop kept, once: the file is gone afterwards.</summary>
    public async Task TakeAsync(CancellationToken ct)
    {
        if (!System.IO.File.Exists(File))
        {
            return;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(await System.IO.File.ReadAllBytesAsync(File, ct)));
            System.IO.File.Delete(File);

            if (reader.ReadString() == await StateAsync(ct))
            {
                for (var left = reader.ReadInt32(); left > 0; left--)
                {
                    await TakeAsync(reader, ct);
                }
            }
        }
        catch (IOException fault)
        {
            log.LogWarning(fault, "The kept pages cannot be read; they are made anew.");
        }
    }

    /// <summary>Keeps the pages for the next start. Every event is delivered, so what is out of date is no longer among them.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        var pages = _pages.ToArray();
        await using var writer = new BinaryWriter(System.IO.File.Create(File + ".new"));
        writer.Write(await StateAsync(ct));
        writer.Write(pages.Length);

        foreach (var (key, page) in pages)
        {
            writer.Write(key);
            writer.Write(page.Until.ToUnixTimeMilliseconds());
            writer.Write(page.Tags.Length);
            Array.ForEach(page.Tags, writer.Write);
            writer.Write(page.Value.Length);
            writer.Write(page.Value);
        }

        await writer.DisposeAsync();
        System.IO.File.Move(File + ".new", File, overwrite: true);
    }

    private async Task TakeAsync(BinaryReader reader, CancellationToken ct)
    {
        var key = reader.ReadString();
        var validFor = DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()) - TimeProvider.System.GetUtcNow();
        var tags = new string[reader.ReadInt32()];

        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = reader.ReadString();
        }

        var value = new byte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(value);

        if (validFor > TimeSpan.Zero)
        {
            await SetAsync(key, value, tags, validFor, ct);
        }
    }

    /// <summary>What the pages were made of: the program's files, and the last row of the audit, in whose hash everything before it is contained.</summary>
    private async Task<string> StateAsync(CancellationToken ct)
    {
        var program = new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles()
            .Where(f => f.Extension is ".dll" or ".json")
            .Aggregate(0L, (sum, f) => unchecked(sum * 31 + f.LastWriteTimeUtc.Ticks + f.Length));
        var (_, last) = await AuditHead.OfAsync(database, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{program} {last}");
    }

    private sealed record Page(byte[] Value, string[] Tags, DateTimeOffset Until);
}

/// <summary>Keeps the public pages when the site stops in order. The server has stopped by then.</summary>
internal sealed class KeepPages(KeptPages pages, OutboxDelivery delivery, ILogger<KeepPages> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await delivery.DeliverAsync(cancellationToken);
            await pages.KeepAsync(cancellationToken);
        }
#pragma warning disable CA1031 // A stop must not fail for pages that can be made anew.
        catch (Exception fault)
        {
            log.LogWarning(fault, "The public pages were not kept; the next start makes them anew.");
        }
#pragma warning restore CA1031
    }
}
