using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Menus;
using CommunityBusinessNetwork.Contents.Types;
using CommunityBusinessNetwork.Contents.Versions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents;

public sealed class TypeAndMenuTests : IAsyncLifetime
{
    private GivenContents _given = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _given = await GivenContents.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task SaveField_OfEveryKind_IsKeptAsTyped()
    {
        var number = 1;

        foreach (var kind in Enum.GetValues<FieldKind>())
        {
            FieldForm form = new()
            {
                Name = $"F{kind}", Kind = kind, LabelTh = "ช่อง", LabelEn = "Field", Required = true, Visibility = FieldVisibility.Staff,
                Choices = kind == FieldKind.Choice ? [new() { Value = "a", LabelTh = "ก", LabelEn = "A" }, new()] : [],
                Columns = kind == FieldKind.Table ? [new() { Name = "what", LabelTh = "อะไร", LabelEn = "What" }, new()] : [],
            };
            Assert.True((await SaveAsync(_given.Malee, number++, null, form)).Succeeded);
        }

        var fields = (await TypeAsync()).Definition.Fields;
        Assert.Equal(Enum.GetValues<FieldKind>(), fields.Select(f => f.Kind));
        Assert.All(fields, f => Assert.True(f is { Required: true, Visibility: FieldVisibility.Staff }));
    }

    [Fact]
    public async Task SaveField_WithAFault_IsRefusedAndTheTypeStaysAsItIs()
    {
        Assert.Equal(["contents.field-name-invalid", "fields.required"], await CodesAsync(new() { Name = "ก", LabelTh = "", LabelEn = "Field" }));
        Assert.Equal(["contents.choices-invalid"], await CodesAsync(new() { Name = "A", Kind = FieldKind.Choice, LabelTh = "ช่อง", LabelEn = "Field" }));
        Assert.Equal(["contents.limits-crossed"], await CodesAsync(new() { Name = "A", LabelTh = "ช่อง", LabelEn = "Field", Min = 9, Max = 3 }));
        Assert.Equal(["fields.not-a-number"], await CodesAsync(new() { Name = "A", Kind = FieldKind.Number, LabelTh = "ช่อง", LabelEn = "Field", Default = "มาก" }));
        Assert.Equal(Outcome.NotFound.Problems, (await SaveAsync(_given.Head, 1, null, Valid())).Problems);
        Assert.Equal(Outcome.ChangedMeanwhile.Problems, (await SaveAsync(_given.Malee, 7, null, Valid())).Problems);
        Assert.Equal(1, (await TypeAsync()).Number);
    }

    [Fact]
    public async Task RetireField_AndBack_KeepsWhatTheItemsHold()
    {
        await SaveAsync(_given.Malee, 1, null, Valid());
        var item = (await _given.SaveAsync(_given.Malee, null, new TypedValue(GivenContents.Title, "หน้า"), new TypedValue("Page.Households", "12"))).Value;

        Assert.True((await RetireAsync(2, retired: true)).Succeeded);
        await _given.SaveAsync(_given.Malee, await _given.LatestAsync(item.ItemId), new TypedValue(GivenContents.Title, "หน้าใหม่"));
        Assert.True((await RetireAsync(3, retired: false)).Succeeded);

        Assert.Equal("""{"Value":12}""", (await _given.LatestAsync(item.ItemId)).Fields()["Households"]!.ToJsonString());
        Assert.Equal("contents.field-in-use", (await RetireAsync(4, retired: false)).Problems.Single().Code);
    }

    [Fact]
    public async Task MoveField_Up_ChangesTheOrder()
    {
        await SaveAsync(_given.Malee, 1, null, Valid());
        await SaveAsync(_given.Malee, 2, null, new() { Name = "Second", LabelTh = "สอง", LabelEn = "Second" });

        Assert.True((await _given.Site.AsAsync<MoveField, Outcome>(_given.Malee, o => o.RunAsync("Page", 3, "Second", Ct))).Succeeded);

        Assert.Equal(["Second", "Households"], (await TypeAsync()).Definition.Fields.Select(f => f.Name));
    }

    [Fact]
    public async Task SaveMenu_WithOrderWordsAndAHiddenEntry_IsWhatThePublicSees()
    {
        await SaveMenuAsync(_given.Head, new(null, null, "หน้าแรก", "Home", "/", true), new(null, null, "ข่าว", "", "/news", true));
        var kept = await MenuAsync();

        var outcome = await SaveMenuAsync(_given.Head, Row(kept[1]) with { Title = "ข่าวสาร", TitleEn = "News" }, Row(kept[0]) with { Shown = false });

        Assert.True(outcome.Succeeded);
        Assert.Equal([("ข่าวสาร", 1, true), ("หน้าแรก", 2, false)], (await MenuAsync()).Select(i => (i.DisplayText, i.As<MenuPart>()!.Position, i.Published)));
        Assert.Equal("News", (await MenuAsync())[0].As<TitlePart>()!.TitleEn);
        Assert.Single(await _given.Site.InDbAsync(db => db.Set<ContentItem>().Where(i => i.TypeName == "MenuItem" && i.Published).ToListAsync()));
    }

    [Fact]
    public async Task SaveMenu_WithAFaultOrOnAnOlderState_IsRefusedAndChangesNothing()
    {
        await SaveMenuAsync(_given.Head, new MenuRow(null, null, "หน้าแรก", "Home", "/", true));
        var row = Row((await MenuAsync())[0]);
        var before = await _given.StateAsync();

        Assert.Equal([new Problem("fields.not-a-link", "Rows[0].Url")], (await SaveMenuAsync(_given.Head, row with { Url = "javascript:alert(1)" })).Problems);
        Assert.Equal([new Problem("fields.required", "Rows[0].Title")], (await SaveMenuAsync(_given.Head, row with { Title = " " })).Problems);
        Assert.Equal(Outcome.ChangedMeanwhile.Problems, (await SaveMenuAsync(_given.Head, row with { Seen = "1.9" })).Problems);
        Assert.Equal(Outcome.ChangedMeanwhile.Problems, (await SaveMenuAsync(_given.Head)).Problems);
        Assert.Equal(Outcome.NotFound.Problems, (await SaveMenuAsync(_given.Audra, row)).Problems);
        Assert.Equal(before, await _given.StateAsync());
    }

    [Theory]
    [InlineData("เดือนละ 30 บาท", "เดือนละ 50 บาท", "เดือนละ |30| บาท", "เดือนละ |50| บาท")]
    [InlineData("ตู้น้ำหยอดเหรียญ", "เครื่องซักผ้าหยอดเหรียญ", "|ตู้น้ำ|หยอดเหรียญ", "|เครื่องซักผ้า|หยอดเหรียญ")]
    [InlineData("same", "same", "same", "same")]
    [InlineData("", "ใหม่", "", "|ใหม่|")]
    [InlineData("the old rice mill", "the new rice mill", "the |old| rice mill", "the |new| rice mill")]
    public void Between_TwoTexts_MarksWordsAndThaiLettersWithTheirMarks(string left, string right, string markedLeft, string markedRight)
    {
        var difference = TextDiff.Between(left, right);

        Assert.Equal((markedLeft, markedRight), (Marked(difference.Left), Marked(difference.Right)));

        static string Marked(IReadOnlyList<DiffPiece> pieces) => string.Concat(pieces.Select(p => p.Changed ? $"|{p.Text}|" : p.Text));
    }

    private static FieldForm Valid() => new() { Name = "Households", Kind = FieldKind.Number, LabelTh = "ครัวเรือน", LabelEn = "Households" };

    private static MenuRow Row(ContentItem item) => new(item.ItemId, item.Seen(), item.As<TitlePart>()!.Title, item.As<TitlePart>()!.TitleEn ?? "", item.As<MenuPart>()!.Url, item.Published);

    private async Task<IEnumerable<string>> CodesAsync(FieldForm form) => (await SaveAsync(_given.Malee, 1, null, form)).Problems.Select(p => p.Code);

    private Task<Outcome> SaveAsync(CurrentUser user, int number, string? name, FieldForm form)
        => _given.Site.AsAsync<SaveField, Outcome>(user, o => o.RunAsync("Page", number, name, form, Ct));

    private Task<Outcome> RetireAsync(int number, bool retired)
        => _given.Site.AsAsync<RetireField, Outcome>(_given.Malee, o => o.RunAsync("Page", number, "Households", retired, Ct));

    private Task<ContentType> TypeAsync() => _given.Site.InDbAsync(db => db.Set<ContentType>().AsNoTracking().SingleAsync(t => t.Name == "Page" && t.Latest));

    private Task<Outcome> SaveMenuAsync(CurrentUser user, params MenuRow[] rows) => _given.Site.AsAsync<SaveMenu, Outcome>(user, o => o.RunAsync(rows, Ct));

    private Task<IReadOnlyList<ContentItem>> MenuAsync() => _given.Site.InDbAsync(db => db.MenuAsync(SiteMenu.Main, Ct));
}
