using CommunityBusinessNetwork.Desk.Audits;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class EventDataTests
{
    [Fact]
    public void Compare_TwoEventsOfOneKind_TellsWhatChanged()
        => Assert.Equal(
            [new EventChange("Name", "a", "b"), new("Lines 1 Unit Price", "5", "5"), new("Lines 2 Unit Price", null, "7")],
            EventData.Compare("""{"Name":"a","Lines":[{"UnitPrice":5}]}""", """{"Name":"b","Lines":[{"UnitPrice":5},{"UnitPrice":7}]}"""));

    [Fact]
    public void Flatten_JsonInsideJson_IsOpened()
        => Assert.Equal("36", EventData.Flatten("""{"Value":"{\"Places\":36}"}""")["Value Places"]);

    [Fact]
    public void Flatten_TextThatOnlyBeginsLikeJson_StaysText()
        => Assert.Equal("{x", EventData.Flatten("""{"Value":"{x"}""")["Value"]);
}
