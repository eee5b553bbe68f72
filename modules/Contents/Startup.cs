using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Contents.Lists;
using CommunityBusinessNetwork.Contents.Menus;
using CommunityBusinessNetwork.Contents.Types;
using CommunityBusinessNetwork.Contents.Versions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
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
    }
}
