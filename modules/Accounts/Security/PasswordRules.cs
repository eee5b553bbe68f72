using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Identity;

namespace CommunityBusinessNetwork.Accounts.Security;

/// <summary>Which passwords are too easy: short ones, one's own user name, and what most people choose.</summary>
internal static class PasswordRules
{
    public const int MinimumLength = 12;
    public const int MinimumDifferent = 5;

    private static readonly HashSet<string> Common = Load();

    /// <summary>What is wrong with it; null when it will do.</summary>
    public static Problem? Check(string userName, string? password, string field)
    {
        if (string.IsNullOrEmpty(password))
        {
            return new("forms.required", field);
        }

        if (password.Length < MinimumLength || password.Distinct().Count() < MinimumDifferent)
        {
            return new("accounts.password-weak", field);
        }

        var lower = password.Normalize().ToLowerInvariant();
        var word = Word(lower);
        var own = Word(userName.Normalize().ToLowerInvariant());

        return own.Length > 0 && IsRepeated(word, own) ? new("accounts.password-is-name", field)
            : word.Length == 0 || Common.Contains(lower) || Common.Any(common => IsRepeated(word, common)) ? new("accounts.password-common", field)
            : null;
    }

    /// <summary>Its letters alone: digits and signs around a word make it no better.</summary>
    private static string Word(string text) => string.Concat(text.Where(c => !char.IsDigit(c) && !char.IsPunctuation(c) && !char.IsSymbol(c) && !char.IsWhiteSpace(c)));

    private static bool IsRepeated(string text, string word)
        => text.Length > 0 && text.Length % word.Length == 0 && text.Replace(word, "", StringComparison.Ordinal).Length == 0;

    private static HashSet<string> Load()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}

/// <summary>The same rules where Identity sets a password: the first administrator's.</summary>
internal sealed class PasswordValidator : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
        => Task.FromResult(PasswordRules.Check(user.UserName, password, "") is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = problem.Code })
            : IdentityResult.Success);
}
