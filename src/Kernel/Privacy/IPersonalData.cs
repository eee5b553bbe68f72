using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Privacy;

/// <summary>Somebody whose data is looked for: by her account, by her address or number, by her name as it is written.</summary>
public sealed record DataSubject(string? UserId, string? Name, string? Email, string? Phone)
{
    /// <summary>Whether there is anything to look for.</summary>
    public bool IsNamed => UserId is not null || Texts.Count > 0;

    /// <summary>The words by which she is found in texts.</summary>
    public IReadOnlyList<string> Texts => [.. new[] { Name, Email, Phone }.OfType<string>().Where(t => t.Length > 0)];
}

/// <summary>Something that the site keeps about a person.</summary>
/// <param name="WhatKey">The message that says what it is.</param>
/// <param name="Url">The page where it stands; null where there is none.</param>
/// <param name="WhyKeptKey">The message with the reason why it may not be erased; null when it may.</param>
public sealed record PersonalDatum(string WhatKey, string Value, string? Url, DateTimeOffset? At, string? WhyKeptKey = null);

/// <summary>What one module keeps about people. It says so, and erases what the law does not oblige it to keep.</summary>
public interface IPersonalData
{
    Task<IReadOnlyList<PersonalDatum>> OfAsync(DataSubject person, CancellationToken ct);

    /// <summary>Erases in the caller's transaction.</summary>
    /// <returns>How many values are gone.</returns>
    Task<int> EraseAsync(DataSubject person, CancellationToken ct);

    /// <summary>What keeps this person from being erased; null when nothing does.</summary>
    Task<Problem?> WhyNotAsync(DataSubject person, CancellationToken ct) => Task.FromResult<Problem?>(null);
}

public static class PersonalDataServices
{
    public static IServiceCollection AddPersonalData<T>(this IServiceCollection services)
        where T : class, IPersonalData
        => services.AddScoped<IPersonalData, T>();
}
