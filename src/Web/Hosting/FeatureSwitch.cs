using System.Reflection;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>A feature that is switched off answers 404 at once; its data stay.</summary>
internal sealed class FeatureSwitch(RequestDelegate next, SiteSettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        var off = settings.Get<string[]>(SettingNames.FeaturesOff, []);

        if (off.Length > 0 && AssemblyOf(http.GetEndpoint())?.GetCustomAttribute<ModuleAttribute>() is { } module && off.Contains(module.Id))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private static Assembly? AssemblyOf(Endpoint? endpoint)
        => endpoint?.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.ModelTypeInfo?.Assembly
            ?? endpoint?.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly
            ?? (endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? ModuleOf(page) : null);

    private static Assembly? ModuleOf(PageActionDescriptor page)
        => SiteModules.Catalogue.Startups.Select(s => s.GetType().Assembly)
            .SingleOrDefault(a => page.RelativePath.StartsWith($"/Pages/{ModuleCatalogue.ManifestOf(a).Id}/", StringComparison.Ordinal));
}
