using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Mail;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>The letter that carries a link: Thai first and English below, because nobody knows which of them she reads.</summary>
internal sealed class LinkLetter(MessageBook book, SiteSettings settings)
{
    private const string Thai = "th";
    private const string English = "en";

    public MailMessage To(Account account, LinkPurpose purpose, string site, string token, DateTimeOffset expires)
    {
        var kind = purpose == LinkPurpose.Invitation ? "invitation" : "reset";
        var path = $"/account/{kind}/{token}";
        var (name, nameEn) = (settings.NameIn(Thai), settings.NameIn(English));
        return new(
            account.Email!,
            account.DisplayName,
            $"{Fill(Thai, $"accounts.mail-{kind}-subject", name)} / {Fill(English, $"accounts.mail-{kind}-subject", nameEn)}",
            string.Join(
                "\r\n\r\n",
                Fill(Thai, $"accounts.mail-{kind}", name),
                site + path,
                "– – –",
                Fill(English, $"accounts.mail-{kind}", nameEn),
                $"{site}/{English}{path}") + "\r\n");

        string Fill(string language, string key, string siteName)
            => book.Find(language, key)
                .Replace("\n", "\r\n", StringComparison.Ordinal)
                .Replace("{site}", siteName, StringComparison.Ordinal)
                .Replace("{name}", account.DisplayName, StringComparison.Ordinal)
                .Replace("{user}", account.UserName, StringComparison.Ordinal)
                .Replace("{until}", language == Thai ? ThaiFormat.DateAndTime(expires) : EnglishFormat.DateAndTime(expires), StringComparison.Ordinal);
    }
}
