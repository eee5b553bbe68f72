using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Desk;

/// <summary>A site with the programme of 2563 and its workflows, two entries on their way, and an administrator, Malee.</summary>
internal sealed class GivenWorkflows : IDisposable
{
    private GivenWorkflows()
    {
    }

    public Given Site { get; } = new();
    public CurrentUser Malee => Site.Person("malee", Roles.Administrator, Area.Nation);
    public Guid Cycle { get; private set; }
    public Guid NongKhai { get; private set; }
    public Guid Udon { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GivenWorkflows> MakeAsync()
    {
        GivenWorkflows given = new();
        await given.Site.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));
        await given.RunAsync(ProgrammeRecipe);
        given.Cycle = await given.Site.InDbAsync(async db =>
        {
            var cycle = await db.Set<Cycle>().OrderByDescending(c => c.FiscalYearBe).FirstAsync(Ct);
            cycle.Open(given.Site.Time.GetUtcNow());
            await db.SaveAsync(CurrentUser.System, Ct);
            return cycle.Id;
        });
        await given.Site.InDbAsync(async db =>
        {
            await given.Site.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, Ct);
            return true;
        });
        given.NongKhai = await given.EnterAsync("43");
        given.Udon = await given.EnterAsync("41");
        return given;
    }

    public static Recipe ProgrammeRecipe => Recipe.Read(Path.Combine(SiteFolders.Recipes, "programme-2563.recipe.json"));

    public void Dispose() => Site.Dispose();

    public Task RunAsync(Recipe recipe) => Site.AsAsync<RecipeRunner, bool>(CurrentUser.System, async runner =>
    {
        await runner.RunAsync(recipe, Ct);
        return true;
    });

    public Task<Outcome> DoAsync<TOperation>(Func<TOperation, Task<Outcome>> run, CurrentUser? user = null)
        where TOperation : notnull
        => Site.AsAsync(user ?? Malee, run);

    /// <summary>Writes something harmless into the draft, so that there is one to publish.</summary>
    public async Task DraftAsync(string label = "ประกาศเป้าหมาย")
        => Assert.True((await DoAsync<ChangeState>(async o => await o.RunAsync(await SeenAsync(), EntryStates.Targeted, new() { LabelTh = label, LabelEn = "Targeted" }, Ct))).Succeeded);

    public async Task<int> PublishAsync(string comment = "ปรับชื่อ")
    {
        var newest = (await NewestAsync()).Number;
        return (await Site.AsAsync<PublishDraft, Outcome<int>>(Malee, async o => await o.RunAsync(await SeenAsync(), newest, comment, Ct))).Value;
    }

    public async Task<SeenDraft> SeenAsync() => new(Workflows.Screening, (await DraftOfAsync())?.Version ?? 0);

    public Task<WorkflowDraft?> DraftOfAsync() => Site.InDbAsync(db => db.Set<WorkflowDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Name == Workflows.Screening, Ct));

    public Task<WorkflowDefinition> NewestAsync() => Site.InDbAsync(async db => (await db.NewestWorkflowAsync(Workflows.Screening, Ct))!);

    public Task<Entry> EntryAsync(Guid id) => Site.InDbAsync(db => db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == id, Ct));

    public Task PlaceAsync(Guid id, string state) => Site.InDbAsync(async db =>
    {
        ((IWorkflowSubject)await db.Set<Entry>().SingleAsync(e => e.Id == id, Ct)).Enter(state, "test", null, Site.Time.GetUtcNow());
        await db.SaveAsync(CurrentUser.System, Ct);
        return true;
    });

    private async Task<Guid> EnterAsync(string province)
    {
        var officer = Site.Person($"officer-{province}", Roles.ProvinceOfficer, Area.Province(province));
        GroupPart part = new($"SG-{province}-01", province, "เมือง", "ตัวอย่าง", "บ้านตัวอย่าง", 6, "43000", ["ร้านค้า"], 2540, 100, 60, 9, default, default, default, default, default, 3);
        var group = (await Site.AsAsync<RegisterGroup, Outcome<string>>(
            officer, o => o.RunAsync(new($"กลุ่มออมทรัพย์{province}", null, $"{province}01", part, new("นางสมมุติ ทดสอบ", null, "", null)), Ct))).Value;
        var slot = await Site.StoredAsync(new Slot(Cycle, province));
        return (await Site.AsAsync<NominateGroup, Outcome<Guid>>(officer, o => o.RunAsync(slot.Id, group, Ct))).Value;
    }
}
