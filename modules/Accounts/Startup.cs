using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Privacy;
using CommunityBusinessNetwork.Accounts.Recipes;
using CommunityBusinessNetwork.Accounts.Rights;
using CommunityBusinessNetwork.Accounts.Security;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Accounts.SignIn;
using CommunityBusinessNetwork.Accounts.Tables;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Accounts;

/// <summary>People, roles, areas, sign-in.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddMenu<AdminMenu>();
        services.AddIdentityCore<Account>(options =>
        {
            // Thai names are names.
            options.User.AllowedUserNameCharacters = "";
            options.Password.RequiredLength = PasswordRules.MinimumLength;
            options.Password.RequiredUniqueChars = PasswordRules.MinimumDifferent;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireDigit = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider).AddPasswordValidator<PasswordValidator>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<IClaimsTransformation, PersonOfRequest>();
        services.AddScoped<RegisterPerson>();
        AddPeople(services);
        AddLinks(services);
        AddPrivacy(services);
        services.AddScoped<IPersonNames, PersonNames>();
        services.AddScoped<IReachablePeople, ReachablePeople>();
        services.AddScoped<IRoleHolders, RoleHolders>();
        services.AddScoped<IFirstAdministrator, FirstAdministrator>();
        services.AddScoped<SignInPerson>();
        services.AddScoped<DemoPeople>();
        services.AddRecipeStep<DemoPeopleStep>();
    }

    private static void AddPeople(IServiceCollection services) => services
        .AddScoped<ReadHoldings>()
        .AddScoped<AreaWords>()
        .AddScoped<ExplainRights>()
        .AddScoped<ChangePerson>()
        .AddScoped<CloseAccount>()
        .AddScoped<ReopenAccount>()
        .AddScoped<UnlockAccount>()
        .AddScoped<ResetSecondFactor>()
        .AddScoped<EndSessions>()
        .AddSingleton<Sightings>()
        .AddScoped<OpenSessions>()
        .AddScoped<StartSession>()
        .AddScoped<EndSession>()
        .AddScoped<ActFor>()
        .AddScoped<StopActing>()
        .AddRecurringJob<WriteSightings>()
        .AddScoped<ChangePassword>()
        .AddScoped<MakeRecoveryCodes>()
        .AddScoped<AddRole>()
        .AddScoped<SetRole>()
        .AddScoped<HoldingText>()
        .AddScoped<PersonTable>()
        .AddTableImport<PersonImport>()
        .AddConsumer<ForgetRoles>();

    private static void AddPrivacy(IServiceCollection services) => services
        .AddScoped<AskForPrivacy>()
        .AddScoped<ChangePrivacyRequest>()
        .AddScoped<AssignPrivacyRequest>()
        .AddScoped<ConfirmPrivacyIdentity>()
        .AddScoped<AnswerPrivacyRequest>()
        .AddScoped<ErasePerson>()
        .AddScoped<RetentionPlan>()
        .AddScoped<SetRetention>()
        .AddPersonalData<AccountPersonalData>()
        .AddScoped<ForgetAccounts>()
        .AddRetentionRule<OldSessions>()
        .AddRetentionRule<OldLinks>()
        .AddRetentionRule<OldAccounts>()
        .AddRetentionRule<OldRequests>()
        .AddRecurringJob<DeleteByRetention>()
        .AddTaskSource<PrivacyTasks>();

    private static void AddLinks(IServiceCollection services)
    {
        services
            .AddScoped<InvitePerson>()
            .AddScoped<SendInvitation>()
            .AddScoped<AskForReset>()
            .AddScoped<UseLink>()
            .AddScoped<LinkLetter>()
            .AddSingleton<SiteAddress>()
            .AddSingleton<ResetWishes>()
            .AddHostedService<HearResetWishes>()
            .AddConsumer<MailLinks>();

        // One page for both. Afterwards, because MVC begins its conventions anew.
        services.PostConfigure<RazorPagesOptions>(o => o.Conventions.AddPageRoute("/Accounts/Invitation", "account/reset/{token}"));
    }
}
