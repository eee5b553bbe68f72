using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Letters.Registers;
using CommunityBusinessNetwork.Letters.Writing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.Offices;

/// <summary>
/// Our step <c>Offices</c>: what stands on the letters of the provinces. "Each" is said of every province of the programme, with the gaps
/// {province}, {abbr} and {postcode}; "Offices" says what is different in one, and how far its registers are.
/// </summary>
internal sealed class OfficesStep(AppDb db, CurrentUser user) : IRecipeStep
{
    public string Name => "Offices";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var each = step["Each"]?.AsObject() ?? [];
        var own = (step["Offices"]?.AsArray() ?? []).Select(o => o!.AsObject()).ToDictionary(o => o["ProvinceCode"]!.GetValue<string>());

        if (own.Keys.FirstOrDefault(code => Provinces.Find(code) is null) is { } unknown)
        {
            throw new RecipeException($"offices: there is no province {unknown}");
        }

        foreach (var province in Provinces.All.Where(p => p.InProgramme || own.ContainsKey(p.Code)))
        {
            var different = own.GetValueOrDefault(province.Code);
            var office = await PutAsync(province, Head(province, each, different), ct);

            foreach (var register in different?["Registers"]?.AsArray() ?? [])
            {
                await OpenAsync(office, register!.AsObject(), ct);
            }
        }

        await db.SaveAsync(user, ct);
    }

    private async Task<Office> PutAsync(Province province, OfficeFields head, CancellationToken ct)
    {
        var office = await db.Set<Office>().SingleOrDefaultAsync(o => o.ProvinceCode == province.Code, ct);

        if (office is null)
        {
            office = new(province.Code, head);
            db.Add(office);
        }
        else
        {
            office.LayDown(head);
        }

        return office;
    }

    private async Task OpenAsync(Office office, JsonObject data, CancellationToken ct)
    {
        var year = data["YearBe"]!.GetValue<int>();
        var circular = data["IsCircular"]?.GetValue<bool>() ?? false;

        if (!await db.Set<Register>().AnyAsync(r => r.OfficeId == office.Id && r.YearBe == year && r.IsCircular == circular, ct))
        {
            db.Add(new Register(office.Id, year, circular, data["LastNumber"]!.GetValue<int>()));
        }
    }

    private static OfficeFields Head(Province province, JsonObject each, JsonObject? different)
    {
        JsonObject head = new() { ["Province"] = province.NameTh, ["ProvinceAbbr"] = province.Abbreviation, ["Postcode"] = province.CapitalPostcode, ["SignerName"] = "" };

        foreach (var (name, value) in each.Concat(different ?? []).Where(p => p.Key is not ("ProvinceCode" or "Registers")))
        {
            head[name] = value is null ? null : Filled(value.GetValue<string>(), province);
        }

        try
        {
            return head.Deserialize<OfficeFields>(AppJson.Options)!;
        }
        catch (JsonException fault)
        {
            throw new RecipeException($"offices: province {province.Code}: {fault.Message}", fault);
        }
    }

    private static string Filled(string text, Province province) => text
        .Replace("{province}", province.NameTh, StringComparison.Ordinal)
        .Replace("{abbr}", province.Abbreviation, StringComparison.Ordinal)
        .Replace("{postcode}", province.CapitalPostcode, StringComparison.Ordinal);
}
