using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Takes a request in from anybody. The answer is the same whether the site knows that person or not.</summary>
internal sealed class AskForPrivacy(AppDb db, TimeProvider time)
{
    private const int LongestName = 150;
    private const int LongestContact = 200;
    private const int LongestDetails = 3000;

    public sealed record Input(PrivacyRight? Right, string? Name, string? Contact, string? Details);

    /// <returns>The receipt's number.</returns>
    public async Task<Outcome<string>> RunAsync(Input input, CancellationToken ct)
    {
        List<Problem> problems = [];
        problems.AddRange(input.Right is null || !Enum.IsDefined(input.Right.Value) ? [new("forms.required", nameof(input.Right))] : []);
        problems.AddRange(Check(nameof(input.Name), input.Name, LongestName, required: true));
        problems.AddRange(Check(nameof(input.Contact), input.Contact, LongestContact, required: true));
        problems.AddRange(Check(nameof(input.Details), input.Details, LongestDetails, required: false));

        if (problems.Count > 0)
        {
            return Outcome<string>.From(Outcome.Refused(problems));
        }

        PrivacyRequest request = new(new(input.Right!.Value, input.Name!.Trim(), input.Contact!.Trim(), input.Details?.Trim() ?? ""), time.GetUtcNow());
        db.Add(request);

        // A visitor has no name here that an audit row could carry.
        await db.SaveAsync(CurrentUser.System, ct);
        return request.Number;
    }

    private static IEnumerable<Problem> Check(string field, string? typed, int longest, bool required)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (required)
            {
                yield return new("forms.required", field);
            }
        }
        else if (TextElements.Count(typed) is var length && length > longest)
        {
            yield return new("fields.too-long", field, ("max", longest), ("length", length));
        }
        else if (NationalId.AppearsIn(typed))
        {
            yield return new("fields.national-id", field);
        }
    }
}
