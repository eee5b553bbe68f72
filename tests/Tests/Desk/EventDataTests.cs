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

    [Fact]
    public void Compare_AListOfPlainValues_TellsWhatCameAndWent()
        => Assert.Equal(
            [new EventChange("Role", "Chair", "Chair"), new("Permissions", "a", null), new("Permissions", null, "d")],
            EventData.Compare("""{"Role":"Chair","Permissions":["a","b","c"]}""", """{"Role":"Chair","Permissions":["b","c","d"]}"""));

    [Fact]
    public void Compare_AListInAnotherOrder_TellsBothOrders()
        => Assert.Equal([new EventChange("Ladder", "C3 C4", "C4 C3")], EventData.Compare("""{"Ladder":["C3","C4"]}""", """{"Ladder":["C4","C3"]}"""));
}
