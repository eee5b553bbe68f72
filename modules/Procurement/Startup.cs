using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Procurement.Overviews;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Procurement;

/// <summary>Purchase, inspection, handover, payment.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddEntryLink(new(30, "procurement.room", "purchases", Permissions.ViewPurchases, EntryStates.Allotted, EntryStates.Closed));
        services.AddMenu<AdminMenu>();
        services.AddFileGate<PaperGate>();
        services.AddConsumer<FollowTheAwards>();
        services.AddFigures<PurchaseFigures>();
        services.AddTile<RegionTile>();
        services.AddTaskSource<PurchaseTasks>();
        services.AddScoped<TakeStep>();
        services.AddScoped<PlaceOrder>();
        services.AddScoped<InspectDelivery>();
        services.AddScoped<HandOverGoods>();
        services.AddScoped<PayVendor>();
        services.AddScoped<CancelPurchase>();
        services.AddScoped<StepForms>();
    }
}
