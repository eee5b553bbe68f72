using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommunityBusinessNetwork.Desk.Pages.Desk;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Tests.Web;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests;

/// <summary>What the compiler cannot hold (design §2, §3).</summary>
public sealed partial class ArchitectureTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Ours = "CommunityBusinessNetwork.";
    private static readonly string Root = RootAbove(AppContext.BaseDirectory);

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Root, "modules")).Concat(Directory.GetDirectories(Path.Combine(Root, "themes")))
        .Where(f => File.Exists(Path.Combine(f, "Manifest.cs"))).Select(f => Path.GetRelativePath(Root, f))];

    public static TheoryData<string> Modules => [.. Directory.GetDirectories(Path.Combine(Root, "modules")).Select(f => Path.GetFileName(f)!)];

    [Fact]
    public void Kernel_KnowsNoModule()
        => Assert.DoesNotContain(typeof(StartupBase).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith(Ours, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Manifest_OfAModuleOrTheme_NamesExactlyWhatItReferences(string folder)
    {
        var name = Path.GetFileName(folder);
        var assembly = Assembly.Load(Ours + name);
        var manifest = ModuleCatalogue.ManifestOf(assembly);
        var referenced = XDocument.Load(Path.Combine(Root, folder, $"{name}.csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)).ToHashSet();
        var used = assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(a => a.StartsWith(Ours, StringComparison.Ordinal)).Select(a => a[Ours.Length..]);

        Assert.Equal(name, manifest.Id);
        Assert.Equal(referenced.Order(), manifest.Dependencies.Order());
        Assert.Subset(new HashSet<string>([.. referenced, "Kernel"]), used.ToHashSet());
    }

    [Fact]
    public void EveryModule_OfTheFolder_IsAmongTheSitesModules()
        => Assert.Equal(Modules.Select(m => m.Data).Order(), SiteModules.Catalogue.Manifests.Select(m => m.Id).Order());

    [Fact]
    public void CompiledViews_OutsideTheThemes_HaveAPathOfTheirOwn()
    {
        var paths = site.Services.GetRequiredService<ApplicationPartManager>().ApplicationParts.OfType<CompiledRazorAssemblyPart>()
            .SelectMany(p => p.Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()).Select(v => v.Identifier)
            .Where(p => !p.StartsWith("/Themes/", StringComparison.Ordinal)).ToList();

        Assert.Contains("/Pages/Programmes/Entry.cshtml", paths);
        Assert.Equal([], paths.GroupBy(p => p, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void EveryJob_HasItsName_InBothLanguages()
    {
        using var scope = site.Services.CreateScope();
        var book = site.Services.GetRequiredService<MessageBook>();
        Assert.All(
            scope.ServiceProvider.GetServices<IRecurringJob>(),
            job => Assert.All(MessageBook.Languages, language => Assert.Contains(JobsModel.TextKeyOf(job.Name), book.In(language).Keys)));
    }

    [Fact]
    public void Modules_LeaveLayoutPipelineAndClaimsToTheHost()
    {
        var files = SourcesOf("modules").ToList();
        Assert.Contains(files, f => f.EndsWith("Programmes/Startup.cs", StringComparison.Ordinal));

        Assert.DoesNotContain(files, f => f.Contains("/Areas/", StringComparison.Ordinal) || f.EndsWith("_ViewStart.cshtml", StringComparison.Ordinal) || f.EndsWith("AdminController.cs", StringComparison.Ordinal));
        Assert.Equal([], Offending(files.Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal)), LayoutSet()));
        Assert.Equal([], Offending(files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)), PipelineTouched()));

        // Signing in is the one place that writes claims.
        Assert.Equal([], Offending(files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !f.Contains("/Accounts/", StringComparison.Ordinal)), ClaimsRead()));
    }

    [Fact]
    public void Sentences_InThai_StandInMessagesAndNotInCode()
        => Assert.Equal([], Offending(SourcesOf("modules").Concat(SourcesOf("src"))
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !f.StartsWith("src/Kernel/Thai/", StringComparison.Ordinal)), ThaiInAString()));

    [Fact]
    public void Pages_HaveNoInlineScriptOrStyle()
        => Assert.Equal([], Offending(SourcesOf("modules").Concat(SourcesOf("src")).Concat(SourcesOf("themes")).Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal)), Inline()));

    [Fact]
    public void Messages_AreThereInBothLanguages()
    {
        var book = site.Services.GetRequiredService<MessageBook>();

        Assert.Equal(book.In("th").Keys.Order(StringComparer.Ordinal), book.In("en").Keys.Order(StringComparer.Ordinal));
        Assert.Equal([], book.In("th").Keys.Where(k => Gaps(book.In("th")[k]) != Gaps(book.In("en")[k])));

        static string Gaps(string text) => string.Join(',', Gap().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Events_HaveNamesOfTheirOwn()
        => Assert.Equal([], SiteModules.Catalogue.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(DomainEvent))).GroupBy(t => t.Name).Where(g => g.Count() > 1).Select(g => g.Key));

    private static IEnumerable<string> SourcesOf(string folder)
        => Directory.GetFiles(Path.Combine(Root, folder), "*.cs*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f))
            .Where(f => !Built().IsMatch(f) && (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)));

    private static IEnumerable<string> Offending(IEnumerable<string> files, Regex pattern)
        => files.Where(f => pattern.IsMatch(File.ReadAllText(Path.Combine(Root, f)))).Order(StringComparer.Ordinal);

    private static string RootAbove(string folder)
        => File.Exists(Path.Combine(folder, "CommunityBusinessNetwork.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@"/(bin|obj|node_modules)/")]
    private static partial Regex Built();

    [GeneratedRegex(@"\bLayout\s*=")]
    private static partial Regex LayoutSet();

    [GeneratedRegex(@"\.AddMvc\w*\(|\.AddAuthentication\(|\bapp\.Use[A-Z]\w*\(|\.AddRazorPages\(")]
    private static partial Regex PipelineTouched();

    [GeneratedRegex(@"RequireClaim|RequireRole|HasClaim|IsInRole|ClaimTypes")]
    private static partial Regex ClaimsRead();

    [GeneratedRegex("\"[^\"\n]*[\u0E00-\u0E7F][^\"\n]*\"")]
    private static partial Regex ThaiInAString();

    [GeneratedRegex("<script(?![^>]*\\bsrc=)[^>]*>|\\sstyle=\"|\\son[a-z]+=\"", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\{[a-z][A-Za-z0-9-]*\}")]
    private static partial Regex Gap();
}
