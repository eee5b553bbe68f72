using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents.Media;

/// <summary>Folders, and who reaches what is in them.</summary>
public sealed class FolderTests : IAsyncLifetime
{
    private static readonly Area NongKhai = Area.Province("43");
    private GivenMedia _given = null!;

    public async ValueTask InitializeAsync() => _given = await GivenMedia.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_folder_that_moves_takes_what_is_in_it_along()
    {
        var (news, old) = (await _given.FolderAsync("ข่าว"), await _given.FolderAsync("2562"));
        var inner = await _given.FolderAsync("งานเปิด", news);
        await _given.PictureAsync("น้ำ.jpg", inner);

        Assert.True((await MoveAsync(news, old, "ข่าวเก่า")).Succeeded);

        Assert.Equal(["", "2562", "2562/ข่าวเก่า", "2562/ข่าวเก่า/งานเปิด"], await PathsAsync());
        await _given.RefusedAsync(() => MoveAsync(old, inner, "2562"), "contents.media-folder-in-itself");
        await _given.RefusedAsync(() => MoveAsync(old, old, "2562"), "contents.media-folder-in-itself");
    }

    [Fact]
    public async Task A_name_is_one_of_its_own_and_no_path()
    {
        await _given.FolderAsync("Photos");
        await _given.RefusedAsync(() => MakeAsync("photos"), "contents.media-folder-taken");
        await _given.RefusedAsync(() => MakeAsync("a/b"), "contents.media-folder-name-invalid");
        await _given.RefusedAsync(() => MakeAsync(".."), "contents.media-folder-name-invalid");
        await _given.RefusedAsync(() => MakeAsync("  "), "fields.required");
        await _given.RefusedAsync(() => MakeAsync(new string('ก', 61)), "fields.too-long");
    }

    [Fact]
    public async Task Only_an_empty_folder_is_deleted()
    {
        var folder = await _given.FolderAsync("ข่าว");
        var picture = await _given.PictureAsync("น้ำ.jpg", folder);
        await _given.TrashAsync(picture.Id);
        await _given.RefusedAsync(() => DeleteAsync(folder), "contents.media-folder-not-empty");

        Assert.True((await _given.DoAsync<EraseMedia, Outcome>(_given.Malee, o => o.RunAsync(picture.Id, CancellationToken.None))).Succeeded);
        Assert.True((await DeleteAsync(folder)).Succeeded);
        Assert.Equal([""], await PathsAsync());
    }

    [Fact]
    public async Task The_area_of_a_folder_decides_who_sees_it_and_who_changes_it()
    {
        var folder = await _given.FolderAsync("หนองคาย");
        await _given.PictureAsync("กลาง.jpg");
        await _given.PictureAsync("จังหวัด.jpg", folder, shade: 10);
        await _given.RestrictAsync(folder, new(NongKhai.Path, false, [], []));

        Assert.Equal(["จังหวัด.jpg"], await _given.SeenAsync(_given.Nong));
        Assert.Equal(["กลาง.jpg", "จังหวัด.jpg"], await _given.SeenAsync(_given.Malee));
        Assert.Equal([], await _given.SeenAsync(_given.Site.Person("udom", Roles.ProvinceOfficer, Area.Province("41"))));
        Assert.Equal([], await _given.SeenAsync(_given.Site.Person("somchai", Roles.Member, Area.Nation)));

        Assert.True((await _given.AddAsync(_given.Nong, Pictures.Jpeg(shade: 50), "ของเขา.jpg", folder)).Succeeded);
        await _given.RefusedAsync(async () => await _given.AddAsync(_given.Nong, Pictures.Jpeg(), "ของเขา.jpg"), "not-found");
        await _given.RefusedAsync(async () => await _given.AddAsync(_given.Audra, Pictures.Jpeg(), "ของเขา.jpg", folder), "not-found");
    }

    [Fact]
    public async Task A_shared_folder_is_seen_everywhere_and_changed_at_home()
    {
        var logos = await _given.FolderAsync("ตราสัญลักษณ์");
        var logo = await _given.PictureAsync("ตรา.jpg", logos);
        await _given.RestrictAsync(logos, new(Area.Nation.Path, true, [], []));

        Assert.Equal(["ตรา.jpg"], await _given.SeenAsync(_given.Nong));
        await _given.RefusedAsync(() => _given.DescribeAsync(logo, "อื่น", "other", user: _given.Nong), "not-found");
        await _given.RefusedAsync(() => _given.TrashAsync(logo.Id, _given.Nong), "not-found");
    }

    [Fact]
    public async Task A_folder_kept_to_roles_is_closed_to_others_also_below()
    {
        var folder = await _given.FolderAsync("ร่างภายใน");
        var inner = await _given.FolderAsync("ลึก", folder);
        await _given.PictureAsync("ลับ.jpg", inner);
        await _given.RestrictAsync(folder, new(Area.Nation.Path, false, [Roles.DepartmentOfficer, Roles.Auditor], [Roles.DepartmentOfficer]));

        Assert.Equal(["ลับ.jpg"], await _given.SeenAsync(_given.Malee));
        Assert.Equal(["ลับ.jpg"], await _given.SeenAsync(_given.Audra));
        Assert.Equal([], await _given.SeenAsync(_given.Head));
        Assert.Equal([], await _given.SeenAsync(_given.Site.Person("admin", Roles.Administrator, Area.Nation)));
    }

    [Fact]
    public async Task A_role_held_elsewhere_opens_nothing_here()
    {
        var folder = await _given.FolderAsync("หนองคาย");
        await _given.PictureAsync("จังหวัด.jpg", folder);
        await _given.RestrictAsync(folder, new(NongKhai.Path, false, [Roles.ProvinceOfficer], []));

        // She audits the nation, and is an officer of another province.
        var both = CurrentUser.With("both", "both", [new(Roles.Auditor, Area.Nation), new(Roles.ProvinceOfficer, Area.Province("41"))], _given.Site.Services.GetService(typeof(RoleBook)) as RoleBook ?? throw new InvalidOperationException());
        Assert.Equal([], await _given.SeenAsync(both));
        Assert.Equal(["จังหวัด.jpg"], await _given.SeenAsync(_given.Nong));
    }

    [Fact]
    public async Task Rights_are_decided_by_who_may_decide_them()
    {
        var folder = await _given.FolderAsync("หนองคาย");
        await _given.RestrictAsync(folder, new(NongKhai.Path, false, [], []));
        var version = await _given.Site.InDbAsync(db => db.Set<MediaFolder>().Where(f => f.Id == folder).Select(f => f.Version).SingleAsync());

        await _given.RefusedAsync(() => RestrictAsync(_given.Nong, folder, version, new(Area.Nation.Path, true, [], [])), "not-found");
        await _given.RefusedAsync(() => RestrictAsync(_given.Malee, folder, version - 1, new(Area.Nation.Path, true, [], [])), "changed-meanwhile");
        await _given.RefusedAsync(() => RestrictAsync(_given.Malee, folder, version, new("th/nowhere", true, [], [])), "contents.media-area-invalid");
    }

    private Task<Outcome> RestrictAsync(CurrentUser user, Guid id, long version, MediaFolderRights rights)
        => _given.DoAsync<RestrictFolder, Outcome>(user, o => o.RunAsync(new(id, version, rights), CancellationToken.None));

    private async Task<Outcome> MakeAsync(string name) => await _given.DoAsync<MakeFolder, Outcome<Guid>>(_given.Malee, o => o.RunAsync(new(MediaFolder.RootId, name), CancellationToken.None));

    private async Task<Outcome> MoveAsync(Guid id, Guid parent, string name)
    {
        var version = await _given.Site.InDbAsync(db => db.Set<MediaFolder>().Where(f => f.Id == id).Select(f => f.Version).SingleAsync());
        return await _given.DoAsync<MoveFolder, Outcome>(_given.Malee, o => o.RunAsync(new(id, version, parent, name), CancellationToken.None));
    }

    private Task<Outcome> DeleteAsync(Guid id) => _given.DoAsync<DeleteFolder, Outcome>(_given.Malee, o => o.RunAsync(id, CancellationToken.None));

    private Task<List<string>> PathsAsync() => _given.Site.InDbAsync(db => db.Set<MediaFolder>().AsNoTracking().OrderBy(f => f.Path).Select(f => f.Path).ToListAsync());
}
