using System.Text;

namespace CommunityBusinessNetwork.Benchmarks;

/// <summary>The least that Kestrel can do: one answer of so many bytes. What our cached pages are measured against.</summary>
internal static class RawServer
{
    public static async Task RunAsync(int bytes, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var body = Encoding.ASCII.GetBytes(new string('a', bytes));
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        });
        await app.RunAsync($"http://127.0.0.1:{port}");
    }
}
