using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityBusinessNetwork.Kernel.Forms;

public static class Refusals
{
    /// <summary>
    /// The problems of a refused operation as sentences in the reader's language, each beside its field.
    /// A problem names the field as the operation knows it ("Name"); in the form it may lie deeper ("Input.Name"), and is found there.
    /// </summary>
    public static void Add(this ModelStateDictionary state, Outcome outcome, Localizer text)
    {
        foreach (var problem in outcome.Problems)
        {
            state.AddModelError(KeyOf(state, problem.Field), text[problem]);
        }
    }

    private static string KeyOf(ModelStateDictionary state, string? field)
    {
        if (string.IsNullOrEmpty(field) || state.ContainsKey(field))
        {
            return field ?? "";
        }

        var deeper = state.Keys.Where(key => key.EndsWith("." + field, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return deeper.Count == 1 ? deeper[0] : field;
    }
}
