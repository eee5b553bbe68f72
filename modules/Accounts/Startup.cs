using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Recipes;
using CommunityBusinessNetwork.Accounts.SignIn;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Accounts;

/// <summary>People, roles, areas, sign-in.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddIdentityCore<Account>(options =>
        {
            // Thai names are names.
            options.User.AllowedUserNameCharacters = "";
            options.Password.RequiredLength = 12;
            options.Password.RequiredUniqueChars = 5;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireDigit = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<IClaimsTransformation, PersonOfRequest>();
        services.AddScoped<RegisterPerson>();
        services.AddScoped<IPersonNames, PersonNames>();
        services.AddScoped<IFirstAdministrator, FirstAdministrator>();
        services.AddScoped<SignInPerson>();
        services.AddScoped<DemoPeople>();
        services.AddRecipeStep<DemoPeopleStep>();
    }
}
