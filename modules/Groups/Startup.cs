using CommunityBusinessNetwork.Groups.Privacy;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Groups.Tables;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Groups;

/// <summary>Savings groups and their public profile.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddMenu<AdminMenu>();
        services.AddScoped<IContentIndexer, GroupIndexer>();
        services.AddScoped<RegisterGroup>();
        services.AddTableImport<GroupImport>();
        services.AddPersonalData<GroupPersonalData>();
        services.AddScoped<IAreaNames, AreaNames>();

        foreach (var form in GroupPartForms.All)
        {
            services.AddPartForm(form);
        }
    }
}
