using System.Globalization;
using System.Text.Unicode;
using CommunityBusinessNetwork.Kernel.Clock;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Health;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Mail;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Web.Demo;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>The web site: services, pipeline, start.</summary>
internal static class Site
{
    /// <summary>Until it is asked to stop; a demo that was built at another day is served by a host of its own.</summary>
    public static async Task<int> ServeAsync(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        DemoStage? stage = null;

        do
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = SiteFolders.FindRoot() });
            var folders = SiteFolders.From(builder.Configuration["Data:Folder"]);
            var database = DatabaseOf(builder.Configuration, folders);
            builder.Services.AddSingleton(stage ??= new(folders));
            AddServices(builder, folders, database);
            var app = builder.Build();
            await FirstStart.PrepareAsync(app, folders, database);
            UsePipeline(app);
            await app.RunAsync();
        }
        while (await stage.TryTakeAsync(CancellationToken.None));

        return 0;
    }

    public static AppDatabase DatabaseOf(IConfiguration configuration, SiteFolders folders)
        => configuration.GetConnectionString("App") is { Length: > 0 } connection
            ? new(configuration["Database:Provider"] ?? "sqlite", connection)
            : AppDatabase.Sqlite(folders.Database);

    private static void AddServices(WebApplicationBuilder builder, SiteFolders folders, AppDatabase database)
    {
        var services = builder.Services;
        services.AddSingleton(folders);
        services.AddKernel(SiteModules.Catalogue, database, folders.Files, new SiteClock());
        services.AddMail(MailSettings.Read(builder.Configuration, folders.Mail));
        services.AddScheduler(database, $"Data Source={folders.Jobs}");
        services.AddHostedService<OutboxSweep>();

        AddKeys(services, folders, KeyProtection.Read(builder.Configuration));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SignInCookie.Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        // Without Thai among the letters that need no escape a page doubles in size.
        services.AddWebEncoders(o => o.TextEncoderSettings = new(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.Thai, UnicodeRanges.GeneralPunctuation));
        services.AddRazorPages(o => o.Conventions.ConfigureFilter(new AutoValidateAntiforgeryTokenAttribute()))
            .AddMvcOptions(o =>
            {
                o.Filters.Add<UnknownHandlerFilter>();
                o.Filters.Add<DeliverEventsFilter>();
            });
        services.AddForms();
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new ThemeViewLocations()));
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = UploadLimit);
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = UploadLimit;
        });
        PublicPages.Add(services);
        services.AddRateLimiter(RequestLimits.Configure);
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddHealthChecks();
    }

    /// <summary>The keys of sign-ins lie in a folder of the site, encrypted where a certificate is configured.</summary>
    private static void AddKeys(IServiceCollection services, SiteFolders folders, KeyProtection protection)
    {
        var keys = services.AddSingleton(protection).AddHealthSource<HostHealth>()
            .AddDataProtection().SetApplicationName("CommunityBusinessNetwork").PersistKeysToFileSystem(new DirectoryInfo(folders.Keys));

        if (protection.Certificate is { } certificate)
        {
            keys.ProtectKeysWithCertificate(certificate);
        }
    }

    /// <summary>The largest request, in bytes: a clip with its form.</summary>
    private const long UploadLimit = 320L * 1024 * 1024;

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<LanguageOfRequest>();
        app.UseMiddleware<NotSetUpYet>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<FeatureSwitch>();
        app.UseOutputCache();
        // Within the cache, which so keeps the compressed page.
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapStaticAssets().AllowAnonymous().Add(KeptFonts.Configure);
        app.MapRazorPages().WithStaticAssets();
        app.MapFiles();
        app.MapHealthChecks("/health").AllowAnonymous();

        foreach (var module in app.Services.GetRequiredService<ModuleCatalogue>().Startups)
        {
            module.Configure(app, app, app.Services);
        }
    }
}
