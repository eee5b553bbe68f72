using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Modules;

/// <summary>Everything one module adds to the application: Orchard Core's three members, and the tables.</summary>
public abstract class StartupBase
{
    /// <summary>Modules are configured in ascending order; the catalogue puts dependencies first among equals.</summary>
    public virtual int Order => 0;

    public virtual void ConfigureServices(IServiceCollection services)
    {
    }

    public virtual void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }

    public virtual void ConfigureTables(ModelBuilder model)
    {
    }
}
