using CommunityBusinessNetwork.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Navigation;

/// <summary>The working place that an entry of the menu belongs to (design §1).</summary>
public enum Place
{
    Desk,
    My,
    Review,
}

/// <summary>An entry of the menu. It shows only to who holds its permission.</summary>
/// <param name="Group">The message key of the heading it stands under; empty for the top.</param>
/// <param name="TextKey">A message key.</param>
/// <param name="Url">From the root, "/admin/…".</param>
/// <param name="Order">Small numbers first.</param>
public sealed record MenuItem(Place Place, string Group, string TextKey, string Url, Permission Permission, int Order);

/// <summary>What a module adds to the menus of the Desk, of <i>My work</i> and of <i>Review</i>.</summary>
public interface IMenu
{
    IEnumerable<MenuItem> Items { get; }
}

public static class Menus
{
    public static IServiceCollection AddMenu<T>(this IServiceCollection services)
        where T : class, IMenu
        => services.AddSingleton<IMenu, T>();
}
