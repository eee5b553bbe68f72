using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Notices.Happenings;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Notices.Privacy;
using CommunityBusinessNetwork.Notices.Recipes;
using CommunityBusinessNetwork.Notices.Reminders;
using CommunityBusinessNetwork.Notices.Templates;
using CommunityBusinessNetwork.Notices.Wishes;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Notices;

/// <summary>Templates, outbox of messages, reminders.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddMenu<AdminMenu>();
        services.AddConsumer<TellPeople>();
        services.AddEffect<TellWhoIsNext>();
        services.AddRecurringJob<PostNotices>();
        services.AddRecurringJob<RemindPeople>();
        services.AddRecipeStep<RemindersStep>();
        services.AddRecipeStep<TemplatesStep>();
        services.AddDeploymentSource<RemindersSource>();
        services.AddDeploymentSource<TemplatesSource>();
        services.AddScoped<ReminderPost>();
        services.AddScoped<SetReminder>();
        services.AddScoped<TemplateBook>();
        services.AddScoped<RewordTemplate>();
        services.AddScoped<ResetTemplate>();
        services.AddScoped<MakeNotices>();
        services.AddScoped<HoldNotices>();
        services.AddScoped<SendNotices>();
        services.AddScoped<DiscardNotices>();
        services.AddScoped<RewordNotice>();
        services.AddScoped<NoticeActs>();
        services.AddScoped<CloseHistory>();
        services.AddScoped<SiteWords>();
        services.AddScoped<DigestLetter>();
        services.AddScoped<SetWishes>();
        services.AddPersonalData<NoticePersonalData>();
        services.AddRetentionRule<OldNotices>();
        services.AddSingleton(new AccountPage("notices.mine", "notices.mine-lede", "/account/notices"));
    }
}
