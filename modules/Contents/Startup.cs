using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Contents.Lists;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Contents.Menus;
using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Contents.Recipes;
using CommunityBusinessNetwork.Contents.Types;
using CommunityBusinessNetwork.Contents.Versions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Contents;

/// <summary>Content types and items, pages, news, menus.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddMenu<AdminMenu>();
        services.AddFileGate<ItemFileGate>();
        services.AddFileGate<MediaGate>();
        services.AddScoped<IContentIndexer, IndexFileUses>();
        services.AddRecipeStep<MediaStep>();
        services.AddRecipeStep<MediaLibraryStep>();
        services.AddDeploymentSource<MediaSource>();
        services.AddDeploymentSource<MediaLibrarySource>();
        services.AddRecurringJob<PublishDue>();

        foreach (var form in OrchardParts.Forms)
        {
            services.AddPartForm(form);
        }

        services.AddSingleton<ItemSheets>();
        services.AddSingleton<OpenEditors>();
        services.AddScoped<SheetReader>();
        services.AddScoped<SaveDraft>();
        services.AddScoped<KeepFile>();
        services.AddScoped<PublishContent>();
        services.AddScoped<UnpublishContent>();
        services.AddScoped<ScheduleContent>();
        services.AddScoped<DiscardDraft>();
        services.AddScoped<DuplicateContent>();
        services.AddScoped<TrashContent>();
        services.AddScoped<TakeFromTrash>();
        services.AddScoped<RestoreVersion>();
        services.AddScoped<SaveField>();
        services.AddScoped<MoveField>();
        services.AddScoped<RetireField>();
        services.AddScoped<SaveMenu>();
        services.AddScoped<SaveView>();
        services.AddScoped<RemoveView>();
        services.AddScoped<ExportItems>();
        services.AddConsumer<IndexListedFields>();

        services.AddSingleton<Renditions>();
        services.AddScoped<PictureBook>();
        services.AddScoped<MediaIntake>();
        services.AddScoped<MediaBytes>();
        services.AddScoped<MediaReady>();
        services.AddScoped<AddMedia>();
        services.AddScoped<DescribeMedia>();
        services.AddScoped<MoveMedia>();
        services.AddScoped<ReplaceMedia>();
        services.AddScoped<TrashMedia>();
        services.AddScoped<RestoreMedia>();
        services.AddScoped<EraseMedia>();
        services.AddScoped<MakeFolder>();
        services.AddScoped<MoveFolder>();
        services.AddScoped<RestrictFolder>();
        services.AddScoped<DeleteFolder>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
        routes.MapRenditions();
        routes.MapMedia();
    }
}
