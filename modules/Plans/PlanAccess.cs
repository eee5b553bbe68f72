using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Plans.Writing;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Plans;

/// <summary>Which plans a person may reach.</summary>
public static class PlanAccess
{
    /// <summary>Those of the areas for which she may read plans.</summary>
    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, CurrentUser user)
        => plans.WithinAreas(user.AreasOf(Permissions.ViewPlans), p => p.AreaPath);

    /// <summary>Those that she writes.</summary>
    internal static IQueryable<Plan> WrittenBy(this IQueryable<Plan> plans, CurrentUser user)
        => plans.WithinAreas(user.AreasOf(Permissions.EditPlans), p => p.AreaPath);

    /// <summary>The entries whose plan she writes.</summary>
    internal static IQueryable<Entry> PlannedBy(this IQueryable<Entry> entries, CurrentUser user)
        => entries.WithinAreas(user.AreasOf(Permissions.EditPlans), e => e.AreaPath);

    /// <summary>The entries whose plan she reads.</summary>
    internal static IQueryable<Entry> ReadBy(this IQueryable<Entry> entries, CurrentUser user)
        => entries.WithinAreas(user.AreasOf(Permissions.ViewPlans), e => e.AreaPath);
}
