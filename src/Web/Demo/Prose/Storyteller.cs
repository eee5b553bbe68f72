namespace CommunityBusinessNetwork.Web.Demo.Prose;

/// <summary>Composes from a group's own numbers what its people, its judges and its province would write.</summary>
internal sealed class Storyteller(string folder)
{
    private readonly Phrases _phrases = Phrases.Read(folder);
    private readonly EnglishPhrases _english = EnglishPhrases.Read(folder);

    public Phrases Phrases => _phrases;

    public GroupWords Of(RosterRow row) => new(row, _phrases, _english);
}
