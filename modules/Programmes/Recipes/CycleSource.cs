using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Recipes;

/// <summary>The rules of every cycle, each a step of its own. What happened in a cycle stays where it happened.</summary>
internal sealed class CycleSource(AppDb db) : IDeploymentSource
{
    public string Name => "cycle";
    public string TextKey => "programmes.deploy-cycle";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        var cycles = await db.Set<Cycle>().AsNoTracking().OrderBy(c => c.FiscalYearBe).ToListAsync(ct);
        return
        [
            .. cycles.Select(c => new JsonObject
            {
                ["name"] = Name,
                ["FiscalYearBe"] = c.FiscalYearBe,
                ["NameTh"] = c.NameTh,
                ["NameEn"] = c.NameEn,
                ["Rules"] = JsonSerializer.SerializeToNode(c.Rules, AppJson.Options),
            }),
        ];
    }
}
