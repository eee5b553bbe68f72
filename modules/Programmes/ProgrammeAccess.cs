using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using CommunityBusinessNetwork.Programmes.Slots;

namespace CommunityBusinessNetwork.Programmes;

/// <summary>Which slots, entries and events a person may reach.</summary>
public static class ProgrammeAccess
{
    /// <summary>The entries of the areas for which she may view entries. The committee reaches entries by its sheets only, never by this.</summary>
    public static IQueryable<Entry> VisibleTo(this IQueryable<Entry> entries, CurrentUser user)
        => entries.WithinAreas(user.AreasOf(Permissions.ViewEntries), e => e.AreaPath);

    public static IQueryable<GroupEvent> VisibleTo(this IQueryable<GroupEvent> events, CurrentUser user)
        => events.WithinAreas(user.AreasOf(Permissions.ViewEntries), e => e.AreaPath);

    public static IQueryable<Slot> VisibleTo(this IQueryable<Slot> slots, CurrentUser user)
        => slots.WithinAreas(user.AreasOf(Permissions.ViewSlots), s => s.AreaPath);

    internal static IQueryable<Slot> NominatableBy(this IQueryable<Slot> slots, CurrentUser user)
        => slots.WithinAreas(user.AreasOf(Permissions.NominateGroup), s => s.AreaPath);

    /// <summary>The entries for which she plans events and makes letters.</summary>
    public static IQueryable<Entry> ArrangedBy(this IQueryable<Entry> entries, CurrentUser user)
        => entries.WithinAreas(user.AreasOf(Permissions.ArrangeEvents), e => e.AreaPath);
}
