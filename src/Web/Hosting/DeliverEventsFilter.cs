using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>After a page has written, what other modules make of it is done before the person sees the next page.</summary>
internal sealed class DeliverEventsFilter(OutboxDelivery delivery, ILogger<DeliverEventsFilter> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();

        if (!HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            return;
        }

        try
        {
            await delivery.DeliverAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // The change itself is committed; a consumer that failed gets the event again from the sweep.
        catch (Exception fault)
        {
            log.LogError(fault, "An event could not be delivered after a page; it will be offered again.");
        }
#pragma warning restore CA1031
    }
}
