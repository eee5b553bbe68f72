using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Letters.Offices;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Letters.Pages.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Letters;

/// <summary>Official letters, registers, DOCX.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddMenu<AdminMenu>();
        services.AddRecipeStep<OfficesStep>();
        services.AddTaskSource<LetterTasks>();
        services.AddScoped<ChangeOffice>();
        services.AddScoped<DraftLetterForEvent>();
        services.AddScoped<RewordLetter>();
        services.AddScoped<SignLetter>();
        services.AddScoped<SendLetter>();
        services.AddScoped<CancelLetter>();
        services.AddScoped<AcknowledgeLetter>();
        services.AddScoped<LetterActs>();
    }
}
