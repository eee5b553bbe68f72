using System.Reflection;

namespace CommunityBusinessNetwork.Kernel.Modules;

/// <summary>The modules of this application, dependencies before those who stand on them.</summary>
public sealed class ModuleCatalogue
{
    public ModuleCatalogue(params IEnumerable<StartupBase> startups)
    {
        var byId = startups.ToDictionary(s => ManifestOf(s.GetType().Assembly).Id);
        List<StartupBase> ordered = [];

        foreach (var startup in byId.Values.OrderBy(s => s.Order))
        {
            Visit(startup);
        }

        Startups = ordered;

        void Visit(StartupBase startup)
        {
            if (ordered.Contains(startup))
            {
                return;
            }

            foreach (var dependency in ManifestOf(startup.GetType().Assembly).Dependencies)
            {
                Visit(byId.TryGetValue(dependency, out var found)
                    ? found
                    : throw new InvalidOperationException($"{ManifestOf(startup.GetType().Assembly).Id} depends on {dependency}, which is not among the modules."));
            }

            ordered.Add(startup);
        }
    }

    /// <summary>In the order in which services, tables and routes are added.</summary>
    public IReadOnlyList<StartupBase> Startups { get; }

    /// <summary>The assemblies that only hold views, assets and messages.</summary>
    public IReadOnlyList<Assembly> Themes { get; init; } = [];

    public IEnumerable<ModuleAttribute> Manifests => Startups.Select(s => ManifestOf(s.GetType().Assembly));

    /// <summary>The assemblies that hold migrations, messages and recipe steps: the kernel's first.</summary>
    public IEnumerable<Assembly> Assemblies => [typeof(StartupBase).Assembly, .. Startups.Select(s => s.GetType().Assembly), .. Themes];

    /// <summary>The manifest of a module's assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly has none.</exception>
    public static ModuleAttribute ManifestOf(Assembly assembly)
        => assembly.GetCustomAttribute<ModuleAttribute>() ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no manifest.");
}
