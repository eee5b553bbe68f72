using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Tests.Contents;

public sealed class OpenEditorsTests
{
    private static readonly DateTimeOffset Now = Given.LetterDay;
    private static readonly CurrentUser Malee = new("malee", "นางมาลี");
    private static readonly CurrentUser Wipa = new("wipa", "นางวิภา");

    [Fact]
    public void Two_who_have_the_same_item_open_know_of_each_other_until_one_is_gone()
    {
        OpenEditors editors = new();
        Assert.Empty(editors.Look("a", Malee, Now));
        Assert.Equal(["นางมาลี"], editors.Look("a", Wipa, Now.AddSeconds(5)));
        Assert.Equal(["นางวิภา"], editors.Look("a", Malee, Now.AddSeconds(20)));
        Assert.Empty(editors.Look("b", Wipa, Now.AddSeconds(20)));
        Assert.Empty(editors.Look("a", Malee, Now.AddSeconds(5) + OpenEditors.Patience + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Who_acts_for_another_is_herself()
    {
        OpenEditors editors = new();
        editors.Look("a", Malee, Now);
        Assert.Empty(editors.Look("a", Wipa with { ActorId = "malee", ActorName = "นางมาลี" }, Now));
    }
}
