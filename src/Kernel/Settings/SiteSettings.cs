using System.Collections.Concurrent;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Settings;

/// <summary>One value that an administrator decides, kept as JSON under its name.</summary>
public sealed class SiteSetting : Entity
{
    private SiteSetting()
    {
    }

    public SiteSetting(string name) => Name = name;

    public string Name { get; private set; } = "";
    public string Value { get; private set; } = "null";

    public void Set(string json)
    {
        Value = json;
        Record(new SettingChanged(Name, json));
    }
}

/// <summary>A setting of the site was decided.</summary>
public sealed record SettingChanged(string Name, string Value) : DomainEvent;

/// <summary>The settings of the site, read once per process and again after a change.</summary>
public sealed class SiteSettings(AppDatabase database)
{
    private readonly ConcurrentDictionary<string, string?> _read = new(StringComparer.Ordinal);

    /// <summary>The value, or the given one where nothing was decided.</summary>
    public T Get<T>(string name, T otherwise)
        => _read.GetOrAdd(name, Load) is { } json ? AppJson.Read<T>(json) : otherwise;

    /// <summary>What the site is called in a language; the Thai name where there is no other.</summary>
    public string NameIn(string language)
        => language != MessageBook.Languages[0] && Get<string?>(SettingNames.SiteNameEn, null) is { Length: > 0 } english
            ? english
            : Get(SettingNames.SiteName, "Community Business Network");

    /// <summary>Changes a setting within the caller's unit of work and forgets what was read.</summary>
    public async Task SetAsync<T>(AppDb db, CurrentUser user, string name, T value, CancellationToken ct)
    {
        var setting = await db.Set<SiteSetting>().SingleOrDefaultAsync(s => s.Name == name, ct);

        if (setting is null)
        {
            setting = new(name);
            db.Add(setting);
        }

        var json = AppJson.Write(value);

        if (setting.Value != json)
        {
            setting.Set(json);
            await db.SaveAsync(user, ct);
        }

        _read.Clear();
    }

    public void Forget() => _read.Clear();

    // Past the model of the tables: a start reads settings before anything else, and the model is most of what a start costs.
    private string? Load(string name)
    {
        using var connection = database.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select value from site_settings where name = @name";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@name", name);
        command.Parameters.Add(parameter);
        return command.ExecuteScalar() as string;
    }
}

/// <summary>The names of the kernel's own settings.</summary>
public static class SettingNames
{
    /// <summary>The site's name in Thai, text.</summary>
    public const string SiteName = "SiteName";

    /// <summary>The site's name in English, text.</summary>
    public const string SiteNameEn = "SiteNameEn";

    /// <summary>Whether the set-up is done, yes or no.</summary>
    public const string IsSetUp = "IsSetUp";

    /// <summary>Present only where the demo recipe ran: the site's clock is this many milliseconds from the machine's.</summary>
    public const string DemoClockOffset = "DemoClockOffset";

    /// <summary>Ids of features that are switched off, list of texts.</summary>
    public const string FeaturesOff = "FeaturesOff";

    /// <summary>The absolute address of the site without a slash at the end, for feeds and letters.</summary>
    public const string BaseUrl = "BaseUrl";
}

internal sealed class SiteSettingTable : IEntityTypeConfiguration<SiteSetting>
{
    public void Configure(EntityTypeBuilder<SiteSetting> builder)
    {
        builder.ToTable("site_settings");
        builder.HasIndex(s => s.Name).IsUnique();
    }
}
