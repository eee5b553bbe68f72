namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>The clock by which an account rests after wrong passwords: the machine's, as Identity counts it. The demo's clock may stand years away.</summary>
internal static class LockClock
{
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
