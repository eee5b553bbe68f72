using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static CommunityBusinessNetwork.BrowserTests.Repository;

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>
/// The steps of the programme, each done by its role at its time: the letter, the plan and the clip, the marks, the decision, the money, a purchase.
/// What comes after is in <see cref="JourneyTests"/>.
/// </summary>
public sealed partial class CycleTests
{
    private const string Province = "13";

    [Fact]
    public async Task FromTheLetterToTheMarks()
    {
        await using Site site = new() { Day = "2020-05-08" };
        await site.InitializeAsync();

        await TheProvinceNotifiesItsGroupByLetterAsync(site);
        await site.MoveToAsync("applying");
        await TheGroupSubmitsPlanAndClipAsync(site);
        await site.MoveToAsync("round-1");
        await AMemberMarksAndLocksAsync(site);
    }

    [Fact]
    public async Task FromTheDecisionToThePayment()
    {
        await using Site site = new() { Day = "2020-06-28" };
        await site.InitializeAsync();

        await TheCommitteeDecidesAsync(site);
        await TheDepartmentAnnouncesAndAllotsAsync(site);
        await TheProvinceBuysAsync(site);
        await ThePublicSeesThe36Async(site);
    }

    private static string Of(string role) => $"demo-{role}-{Province}";

    private static async Task TheProvinceNotifiesItsGroupByLetterAsync(Site site)
    {
        await using var officer = await site.SignInAsync(Of("province-officer"));
        await officer.OpenAsync("/my/entries");
        await officer.Page.Locator("main td a[href*='/my/entries/'], main th a[href*='/my/entries/']").First.ClickAsync();
        await officer.FollowAsync("/event");
        await officer.TypeAsync("Date", "22/5/2563");
        await officer.PressAsync("programmes.save-event");
        await officer.Page.Locator("main a[href*='/my/letters/new']").ClickAsync();
        await officer.PressAsync("letters.draft-it");
        var letter = new Uri(officer.Page.Url).AbsolutePath;

        await using var head = await site.SignInAsync(Of("province-head"));
        await head.OpenAsync(letter);
        await head.PressAsync("letters.sign");
        await head.SeesAsync("letters.signed");
        await officer.OpenAsync(letter);
        await officer.PressAsync("letters.send");
        await officer.SeesAsync("letters.sent");
        await Assertions.Expect(officer.Page.Locator("article.a4").First).ToContainTextAsync("๒๒ พฤษภาคม ๒๕๖๓");

        await using var district = await site.SignInAsync(Of("district-officer"));
        await district.OpenAsync(letter);
        await district.PressAsync("letters.acknowledge");
        await district.SeesAsync("letters.acknowledged");

        await using var secretary = await site.SignInAsync(Of("group-secretary"));
        await secretary.OpenAsync("/my");
        await secretary.SeesAsync("programmes.task-submit");
    }

    private static async Task TheGroupSubmitsPlanAndClipAsync(Site site)
    {
        await using var secretary = await site.SignInAsync(Of("group-secretary"), width: 390);
        await secretary.OpenAsync("/my/entries");
        var entry = (await secretary.Page.Locator("main a[href*='/my/entries/']").First.GetAttributeAsync("href"))!;
        await WritePlanAsync(secretary, entry);
        await SendClipAsync(secretary, entry);

        await secretary.OpenAsync(entry);
        Assert.Empty(await secretary.Page.Locator(".missing li").AllInnerTextsAsync());
        await secretary.PressAsync("programmes.submit");
        await secretary.OpenAsync($"{entry}/receipt");
        await secretary.SeesAsync("programmes.received");
        await Assertions.Expect(secretary.Page.Locator("main")).ToContainTextAsync(ToTheSecond());
    }

    private static async Task WritePlanAsync(Visitor secretary, string entry)
    {
        await SaveSectionAsync("A", [("balanceDate", "30/4/2563"), ("priorBudgetEvidence", "ปท 0019.3/1")]);
        await SaveSectionAsync("B", [("summary", string.Concat(Enumerable.Repeat("กลุ่มออมทรัพย์มีเงินออมและซื้อของร่วมกัน ", 8)))]);
        await SaveSectionAsync("C", [("type", "MKT"), ("since", "2550"), ("members", "40"), ("revenue", "120000"), ("profit", "12000.50"), ("focus", "true"), ("history", "ร้านเปิดมาแล้วสิบปี")]);
        await secretary.OpenAsync($"{entry}/plan/E");
        await secretary.PressAsync("plans.add-row");
        await FillAsync("text", "รายได้เพิ่ม", "สวัสดิการเพิ่ม");
        await FillAsync("objective", "income", "welfare");
        await FillAsync("indicator", "รายได้ต่อเดือน", "เงินสวัสดิการ");
        await FillAsync("baseline", "100", "10");
        await FillAsync("target", "150", "20");
        await FillAsync("unit", "บาท", "บาท");
        await SaveAsync();
        await SaveSectionAsync("J", [("activity", "ซื้อเครื่องสีข้าว"), ("from", "8/7/2563"), ("to", "31/7/2563"), ("owner", "กรรมการ")]);
        await secretary.OpenAsync($"{entry}/plan/L");
        await LineAsync(0, "เครื่องสีข้าว", "50,000", isInBoth: true);
        await SaveAsync();
        await Assertions.Expect(secretary.Page.Locator(".cut2").First).ToContainTextAsync("50,000.00");
        await LineAsync(1, "มอเตอร์", "40,000", isInBoth: false);
        await SaveAsync();
        await SaveSectionAsync("M", [("kind", "ทุนการศึกษา"), ("people", "12"), ("bahtPerYear", "6000")]);

        async Task SaveSectionAsync(string code, (string Name, string Value)[] values)
        {
            await secretary.OpenAsync($"{entry}/plan/{code}");

            foreach (var (name, value) in values)
            {
                await FillAsync(name, value);
            }

            await SaveAsync();
        }

        // Beside each control stands, hidden, the name of its field.
        async Task FillAsync(string name, params string[] values)
        {
            var names = secretary.Page.Locator($"input[type=hidden][value='{name}']");

            foreach (var (at, value) in values.Index())
            {
                var field = (await names.Nth(at).GetAttributeAsync("name"))!.Replace(".Name", ".Text", StringComparison.Ordinal);
                var control = secretary.Page.Locator($"[name='{field}']").First;

                switch (await control.EvaluateAsync<string>("c => c.type"))
                {
                    case "select-one":
                        await control.SelectOptionAsync(value);
                        break;
                    case "checkbox":
                        await control.CheckAsync();
                        break;
                    default:
                        await control.FillAsync(value);
                        break;
                }
            }
        }

        async Task LineAsync(int at, string what, string price, bool isInBoth)
        {
            if (await secretary.Page.Locator($"[name='Form.Lines[{at}].Description']").CountAsync() == 0)
            {
                await secretary.PressAsync("plans.add-line");
            }

            await secretary.TypeAsync($"Form.Lines[{at}].Description", what);
            await secretary.TypeAsync($"Form.Lines[{at}].Quantity", "1");
            await secretary.TypeAsync($"Form.Lines[{at}].Unit", "เครื่อง");
            await secretary.TypeAsync($"Form.Lines[{at}].UnitPrice", price);

            await secretary.Page.Locator($"[name='Form.Lines[{at}].Cuts']").SetCheckedAsync(isInBoth);
        }

        async Task SaveAsync()
        {
            await secretary.PressAsync("plans.save");
            await secretary.SeesAsync("plans.saved");
        }
    }

    /// <summary>A text called mp4 and a clip of 5:01 are refused with the reason; what was typed stays.</summary>
    private static async Task SendClipAsync(Visitor secretary, string entry)
    {
        await secretary.OpenAsync($"{entry}/clip");
        await secretary.TypeAsync("Input.Title", "หนึ่งวันที่กลุ่ม");
        await secretary.Page.Locator("[name='Input.CoversPast'][type=checkbox]").CheckAsync();
        await secretary.Page.Locator("[name='Input.CoversFuture'][type=checkbox]").CheckAsync();
        await secretary.Page.Locator("[name='Input.ConsentGiven'][type=checkbox]").CheckAsync();

        foreach (var (file, words) in new[] { (Papers.TextAs("clip.mp4"), "mp4"), (await Papers.ClipAsync(301), "5:01") })
        {
            await secretary.Page.Locator("input[type=file][name=Upload]").SetInputFilesAsync(file);
            await secretary.PressAsync("clips.upload");
            await Assertions.Expect(secretary.Page.Locator("main [role=alert]").First).ToContainTextAsync(words);
            Assert.Equal("หนึ่งวันที่กลุ่ม", await secretary.Page.InputValueAsync("[name='Input.Title']"));
        }

        await secretary.Page.Locator("input[type=file][name=Upload]").SetInputFilesAsync(await Papers.ClipAsync(20));
        await secretary.PressAsync("clips.upload");
        await secretary.SeesAsync("clips.saved");
        await secretary.SeesTextAsync("0:20");
    }

    private static async Task AMemberMarksAndLocksAsync(Site site)
    {
        await using var member = await site.SignInAsync("demo-member-1");
        await member.OpenAsync("/review/rounds");
        await member.Page.Locator("main a[href$='/sheets']").First.ClickAsync();
        await member.Page.Locator("main tbody tr").Filter(new() { HasText = Words("screening.sheet-empty") }).First.Locator("a").First.ClickAsync();

        foreach (var criterion in await member.Page.Locator(".crit").AllAsync())
        {
            if (await criterion.GetAttributeAsync("data-open") != "true")
            {
                await criterion.Locator(".crit__row").ClickAsync();
            }

            await criterion.Locator(".lv label:has(input[value='4'])").ClickAsync();
        }

        await Assertions.Expect(member.Page.Locator(".total__n")).ToContainTextAsync("80");
        await member.PressAsync("screening.lock-sheet");
        await member.SeesAsync("screening.sheet-final");
    }

    private static async Task TheCommitteeDecidesAsync(Site site)
    {
        await using var chair = await site.SignInAsync("demo-chair");
        await chair.OpenAsync("/review/rounds");
        var board = (await chair.Page.GetByRole(AriaRole.Link, new() { Name = Words("screening.board"), Exact = true }).First.GetAttributeAsync("href"))!;
        await chair.OpenAsync(board);
        await chair.PressAsync("screening.start-discussion");
        await chair.SeesAsync("screening.state-discussion");
        await chair.OpenAsync($"{board}/close");
        await chair.PressAsync("screening.close");
        await chair.OpenAsync(board);
        Assert.Matches("456.*452", string.Concat(await chair.Page.Locator(".cutline").AllInnerTextsAsync()).ReplaceLineEndings(" "));

        await using var secretary = await site.SignInAsync("demo-secretary");
        await secretary.OpenAsync($"{board}/resolution");
        await secretary.TypeAsync("Number", "2/2563");

        foreach (var seat in await secretary.Page.Locator("[name=Attendance]").AllAsync())
        {
            await seat.CheckAsync();
        }

        await secretary.PressAsync("screening.seal");
        await SignAsync(secretary);
        await chair.OpenAsync($"{board}/resolution");
        await SignAsync(chair);
        await chair.SeesAsync("screening.verified");
    }

    private static async Task SignAsync(Visitor visitor)
    {
        await visitor.TypeAsync("TypedName", await visitor.Page.Locator(".bar__me").InnerTextAsync());
        await visitor.PressAsync("screening.sign");
    }

    private static async Task TheDepartmentAnnouncesAndAllotsAsync(Site site)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/groups");
        Assert.Equal(0, await visitor.Page.Locator(".plates a").CountAsync());

        await using var officer = await site.SignInAsync("demo-department-head");
        await officer.OpenAsync("/admin/awards");
        await officer.PressAsync("awards.announce");
        await officer.SeesAsync("awards.announced");
        await officer.OpenAsync("/admin/awards/allot");
        await officer.TypeAsync("Input.Number", "มท 0405.3/1");
        await officer.TypeAsync("Input.Date", "28/6/2563");

        foreach (var award in await officer.Page.Locator("[name=Awards]").AllAsync())
        {
            await award.CheckAsync();
        }

        await officer.PressAsync("awards.allot");
        await officer.OpenAsync("/admin/awards");
        await officer.SeesTextAsync("2,520,000.00");
    }

    private static async Task TheProvinceBuysAsync(Site site)
    {
        var group = await Buyer.FindAsync(site);
        (string Role, string Step, (string Field, string Value)[] Facts, FilePayload Paper)[] steps =
        [
            ("procurement-officer", "Order", [("Input.VendorName", "ร้านสมมุติ"), ("Input.Number", "1/2563"), ("Input.DueDate", "28/6/2563")], Papers.Pdf("order.pdf")),
            ("inspector", "Inspect", [("Input.DeliveryNote", "ส่ง 1")], Papers.Pdf("delivery.pdf")),
            ("district-officer", "HandOver", [("Input.Receiver", "ประธานกลุ่ม")], Papers.Picture("handover.png")),
            ("procurement-officer", "Pay", [("Input.InvoiceNumber", "ใบเสร็จ 1")], Papers.Pdf("receipt.pdf")),
        ];
        string? line = null;

        foreach (var step in steps)
        {
            await using var person = await site.SignInAsync(group.Of(step.Role));

            if (line is null)
            {
                await person.OpenAsync($"/my/entries/{group.EntryId}/purchases");
                line = await person.Page.Locator("main tbody a").First.GetAttributeAsync("href");
            }

            await person.OpenAsync(line!);

            foreach (var (field, value) in step.Facts)
            {
                await person.TypeAsync(field, value);
            }

            await person.AttachAsync(step.Paper);
            await person.PressAsync($"procurement.step-{step.Step}");
            await person.SeesAsync("procurement.saved");
        }
    }

    private static async Task ThePublicSeesThe36Async(Site site)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/groups");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync(36.ToString(CultureInfo.InvariantCulture));
        await visitor.OpenAsync("/results");
        Assert.Equal(36, await visitor.Page.Locator(".winners li").CountAsync());
    }

    /// <summary>15:01:41 or 15.01.41.</summary>
    [GeneratedRegex(@"\d\d[.:]\d\d[.:]\d\d")]
    private static partial Regex ToTheSecond();
}
