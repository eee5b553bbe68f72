using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>A right that can be granted to a role. Its name is the name of the policy that pages ask for.</summary>
public sealed record Permission(string Name, params IReadOnlyList<Permission> ImpliedBy)
{
    /// <summary>The roles that hold it from the start (Orchard's default stereotypes).</summary>
    public IReadOnlyList<string> Stereotypes { get; init; } = [];
}

/// <summary>The policy behind a permission.</summary>
public sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Answers the policies: the person holds the permission somewhere. Which rows it reaches is decided by the query.</summary>
public sealed class PermissionHandler(CurrentUser user) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (user.May(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

public static class PermissionPolicies
{
    /// <summary>Makes the permissions known, each with a policy of its name.</summary>
    public static IServiceCollection AddPermissions(this IServiceCollection services, params IReadOnlyList<Permission> permissions)
    {
        foreach (var permission in permissions)
        {
            services.AddSingleton(permission);
        }

        return services.Configure<AuthorizationOptions>(options =>
        {
            foreach (var permission in permissions)
            {
                options.AddPolicy(permission.Name, policy => policy.AddRequirements(new PermissionRequirement(permission)));
            }
        });
    }
}
