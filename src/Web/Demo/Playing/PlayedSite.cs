using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Clock;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Mail;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Web.Demo.Recipes;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBusinessNetwork.Web.Demo.Playing;

/// <summary>The site without pages, on a clock that stands still until the script moves it.</summary>
internal sealed class PlayedSite : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PlayedSite(ServiceProvider services, PlayedClock clock) => (_services, Clock) = (services, clock);

    public PlayedClock Clock { get; }

    /// <summary>Brings the database to the newest schema and opens the site on it.</summary>
    /// <param name="environment">The host's; demo people stop a recipe in Production.</param>
    public static async Task<PlayedSite> OpenAsync(AppDatabase database, string filesFolder, DateTimeOffset start, string environment, CancellationToken ct)
    {
        await database.MigrateAsync(SiteModules.Catalogue, NullLoggerFactory.Instance, ct);
        var clock = new PlayedClock(start);
        var services = new ServiceCollection().AddLogging().AddKernel(SiteModules.Catalogue, database, filesFolder, clock);
        services.AddSingleton<IMailer, NoMail>();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        services.AddOutputCache();
        services.AddRecipeStep<RosterStep>();
        services.AddRecipeStep<CastStep>();
        return new(services.BuildServiceProvider(validateScopes: true), clock);
    }

    /// <summary>What one person does: a scope of its own, and every operation in it a transaction of its own.</summary>
    public async Task ActAsync(CurrentUser person, Func<IServiceProvider, Task> act)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(person);
        await act(scope.ServiceProvider);
    }

    /// <summary>Everything that the operations so far have caused.</summary>
    public Task DeliverAsync(CancellationToken ct) => _services.GetRequiredService<OutboxDelivery>().DeliverAsync(ct);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Played history writes to nobody.</summary>
    private sealed class NoMail : IMailer
    {
        public Task SendAsync(MailMessage message, CancellationToken ct) => Task.CompletedTask;
    }
}
