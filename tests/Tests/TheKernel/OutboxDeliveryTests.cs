using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Mail;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBusinessNetwork.Tests.TheKernel;

public sealed class OutboxDeliveryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AConsumerThatFails_KeepsNoOtherWaiting_AndGetsItsEventAgain()
    {
        using var database = TestDatabase.Make();
        var heard = new Heard();
        await using var services = new ServiceCollection().AddLogging().AddOptions()
            .AddKernel(SiteModules.Catalogue, database.Database, Path.GetTempPath(), new FakeTimeProvider(Given.LetterDay))
            .AddMail(new(Path.GetTempPath(), "site@cbn.example", null))
            .AddSingleton(heard).AddConsumer<Failing>().AddConsumer<Hearing>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new Role("Helper", "", []));
        await db.SaveAsync(CurrentUser.System, Ct);
        var delivery = services.GetRequiredService<OutboxDelivery>();

        await Assert.ThrowsAsync<NotSupportedException>(() => delivery.DeliverAsync(Ct));
        Assert.Equal((1, 1), (heard.Failed, heard.Times));

        heard.IsWell = true;
        await delivery.DeliverAsync(Ct);
        Assert.Equal((2, 1), (heard.Failed, heard.Times));
    }

    private sealed class Heard
    {
        public bool IsWell { get; set; }
        public int Failed { get; set; }
        public int Times { get; set; }
    }

    private sealed class Failing(Heard heard) : IEventConsumer
    {
        public IReadOnlyCollection<string> Handles => [nameof(RoleChanged)];

        public Task HandleAsync(OutboxRow row, CancellationToken ct)
        {
            heard.Failed++;
            return heard.IsWell ? Task.CompletedTask : throw new NotSupportedException();
        }
    }

    private sealed class Hearing(Heard heard) : IEventConsumer
    {
        public IReadOnlyCollection<string> Handles => [nameof(RoleChanged)];

        public Task HandleAsync(OutboxRow row, CancellationToken ct)
        {
            heard.Times++;
            return Task.CompletedTask;
        }
    }
}
