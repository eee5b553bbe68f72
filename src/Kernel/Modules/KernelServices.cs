using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Exports;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Health;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Modules;

/// <summary>What every host of the modules needs, with or without web pages: the site, its commands, played history, tests.</summary>
public static class KernelServices
{
    /// <param name="filesFolder">Where the bytes of files lie.</param>
    /// <param name="clock">The site's clock; a played one for played history.</param>
    public static IServiceCollection AddKernel(
        this IServiceCollection services, ModuleCatalogue modules, AppDatabase database, string filesFolder, TimeProvider clock)
    {
        services.AddSingleton(modules);
        services.AddSingleton(database);
        services.AddSingleton(clock);
        services.AddDbContextPool<AppDb>(database.Configure);

        services.AddHttpContextAccessor();
        services.AddSingleton<RoleBook>();
        services.AddSingleton<NewPermissions>();
        services.AddScoped<ActingUser>();
        services.AddScoped(WhoActs);
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();

        services.AddSingleton(new MessageBook(modules.Assemblies));
        services.AddSingleton<Localizer>();
        services.AddSingleton<SiteSettings>();
        services.AddSingleton<FeatureStates>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<RunningJobs>();
        services.AddSingleton<JobRunner>();
        services.AddHealthSource<DatabaseHealth>();
        services.AddHealthSource<WorkHealth>();
        services.AddSingleton<IFileStore>(new LocalFileStore(filesFolder));
        services.AddSingleton(new MadeFiles($"{filesFolder}-made"));
        services.AddScoped<FileVault>();
        services.AddScoped<ImportRows>();
        services.AddScoped<ImportTables>();
        services.AddSingleton<ImportTemplate>();
        services.AddScoped<MarkExport>();
        services.AddPersonalData<KernelPersonalData>();
        services.AddRetentionRule<OldImports>();
        services.AddRetentionRule<OldExports>();
        services.AddScoped<FileDoor>();
        services.AddScoped<ContentStore>();
        services.AddScoped<WorkflowEngine>();
        services.AddScoped<WorkflowParts>();
        services.AddSingleton<RecipeBook>();
        services.AddScoped<RecipeRunner>();
        services.AddRecipeStep<SettingsStep>();
        services.AddRecipeStep<RolesStep>();
        services.AddRecipeStep<ContentDefinitionStep>();
        services.AddRecipeStep<ReplaceContentDefinitionStep>();
        services.AddRecipeStep<ContentStep>();
        services.AddRecipeStep<WorkflowsStep>();
        services.AddScoped<SiteExport>();
        services.AddDeploymentSource<SettingsSource>();
        services.AddDeploymentSource<RolesSource>();
        services.AddDeploymentSource<WorkflowsSource>();
        services.AddDeploymentSource<ContentDefinitionSource>();
        services.AddDeploymentSource<ContentSource>();

        foreach (var module in modules.Startups)
        {
            module.ConfigureServices(services);
        }

        return services;
    }

    /// <summary>The one who was told to act in this scope, else the person of the request, else the application itself.</summary>
    private static CurrentUser WhoActs(IServiceProvider services)
        => services.GetRequiredService<ActingUser>().User
            ?? (services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http
                ? CurrentUser.Of(http.User, services.GetRequiredService<RoleBook>())
                : CurrentUser.System);
}
