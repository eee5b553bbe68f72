using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Notices.Templates;

/// <summary>What every subject and body must be: there, and not too long.</summary>
internal static class WrittenText
{
    public static Problem? Check(string text, string field, int longest)
        => text.Length == 0 ? new("fields.required", field)
            : text.Length > longest ? new("fields.too-long", field, ("max", longest), ("length", text.Length))
            : null;
}
