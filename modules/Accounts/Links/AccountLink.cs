using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>Why somebody has a link that sets a password.</summary>
internal enum LinkPurpose
{
    /// <summary>An administrator lets her in.</summary>
    Invitation,

    /// <summary>She has forgotten her password.</summary>
    Reset,
}

/// <summary>A one-time way to set a password. Of its token only the hash is kept; using one link takes all of that person's away.</summary>
internal sealed class AccountLink : Entity
{
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLife = TimeSpan.FromHours(2);

    private AccountLink()
    {
    }

    /// <param name="mailedFor">The number of the event for which it is mailed; null for a link that is handed over.</param>
    public AccountLink(Guid accountId, LinkPurpose purpose, long? mailedFor) => (AccountId, Purpose, MailedFor) = (accountId, purpose, mailedFor);

    public Guid AccountId { get; private set; }
    public LinkPurpose Purpose { get; private set; }
    public string TokenHash { get; private set; } = "";
    public DateTimeOffset ExpiresAt { get; private set; }
    public long? MailedFor { get; private set; }

    /// <summary>Gives it a new token, which nobody can ask for again.</summary>
    public string NewToken(DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        (TokenHash, ExpiresAt) = (HashOf(token), now + (Purpose == LinkPurpose.Invitation ? InvitationLife : ResetLife));
        return token;
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class AccountLinkTable : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("account_links");
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.Property(l => l.Purpose).HasConversion<string>();
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }
}
