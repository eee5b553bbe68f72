using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Health;
using CommunityBusinessNetwork.Kernel.Mail;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>What this process and its machine have: folders, programs, mail, keys, and the process itself.</summary>
internal sealed partial class HostHealth(SiteFolders folders, MailSettings mail, KeyProtection keys, TimeProvider time) : IHealthSource
{
    private const long LittleRoom = 2L * 1024 * 1024 * 1024;
    private const long NoRoom = 200L * 1024 * 1024;
    private const int ManyLetters = 100;

    /// <summary>The machine's steady clock when the first check was made ready: the site's own clock may be a demo's.</summary>
    private static readonly long Begun = Stopwatch.GetTimestamp();

    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);
    private static readonly string[] Chromes = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    public Task<IReadOnlyList<HealthLine>> CheckAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<HealthLine>>(
    [
        Folder("health.files", folders.Files),
        Mail(),
        Keys(),
        Program("health.ffmpeg", ["ffmpeg"]),
        Program("health.chromium", Chromes),
        Process(),
    ]);

    private static HealthLine Folder(string name, string folder)
    {
        if (!IsWritable(folder))
        {
            return new(name, HealthState.Broken, "health.files-broken", "health.files-advice", ("folder", folder));
        }

        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        return free >= LittleRoom
            ? HealthLine.Fine(name, "health.files-fine", ("free", Size.Of(free)))
            : new(name, free < NoRoom ? HealthState.Broken : HealthState.Warning, "health.files-full", "health.files-full-advice", ("free", Size.Of(free)));
    }

    private HealthLine Mail()
    {
        const string Name = "health.mail";
        var waiting = Count(mail.Outgoing);

        if (mail.Smtp is null)
        {
            return new(Name, HealthState.Warning, "health.mail-files", "health.mail-files-advice", ("count", waiting), ("folder", mail.Folder));
        }

        var refused = Count(mail.Refused);
        return refused > 0 || waiting > ManyLetters
            ? new(Name, HealthState.Warning, "health.mail-stuck", "health.mail-advice", ("host", mail.Smtp.Host), ("waiting", waiting), ("refused", refused))
            : HealthLine.Fine(Name, "health.mail-fine", ("host", mail.Smtp.Host), ("waiting", waiting));
    }

    private HealthLine Keys()
    {
        const string Name = "health.keys";
        return !IsWritable(folders.Keys) ? new(Name, HealthState.Broken, "health.keys-broken", "health.files-advice", ("folder", folders.Keys))
            : keys.Certificate is not { } certificate ? new(Name, HealthState.Warning, "health.keys-plain", "health.keys-advice", ("folder", folders.Keys))
            : certificate.NotAfter - Soon < time.GetUtcNow().LocalDateTime
                ? new(Name, HealthState.Warning, "health.keys-ending", "health.keys-ending-advice", ("until", DateOnly.FromDateTime(certificate.NotAfter)))
                : HealthLine.Fine(Name, "health.keys-fine", ("until", DateOnly.FromDateTime(certificate.NotAfter)));
    }

    private static HealthLine Program(string name, IReadOnlyList<string> programs)
        => Find(programs) is { } path
            ? HealthLine.Fine(name, "health.program-fine", ("path", path))
            : new(name, HealthState.Warning, "health.program-missing", $"{name}-advice", ("name", programs[0]));

    private static HealthLine Process()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var version = typeof(HostHealth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return HealthLine.Fine(
            "health.process", "health.process-fine", ("version", Commit().Replace(version, "")), ("runtime", Environment.Version.ToString()),
            ("hours", (int)Stopwatch.GetElapsedTime(Begun).TotalHours), ("memory", Size.Of(process.WorkingSet64)));
    }

    /// <summary>Where the first of these programs lies; null when none does.</summary>
    private static string? Find(IReadOnlyList<string> programs)
        => (from program in programs
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            from name in new[] { program, program + ".exe" }
            let path = Path.Combine(folder, name)
            where File.Exists(path)
            select path).FirstOrDefault();

    private static int Count(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Count() : 0;

    private static bool IsWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.CreateVersion7():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\+[0-9a-f]{40}$")]
    private static partial Regex Commit();
}

/// <summary>The certificate that the keys of sign-ins are encrypted with; null where none is configured.</summary>
internal sealed record KeyProtection(X509Certificate2? Certificate)
{
    /// <summary>Reads <c>Keys:Certificate</c>, the path of a PKCS#12 file, and <c>Keys:Password</c>.</summary>
    public static KeyProtection Read(IConfiguration configuration)
        => new(configuration["Keys:Certificate"] is { Length: > 0 } path ? X509CertificateLoader.LoadPkcs12FromFile(path, configuration["Keys:Password"]) : null);
}
