using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Ends a request: done, or refused with the reason.</summary>
internal sealed class AnswerPrivacyRequest(ChangePrivacyRequest change, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid id, long version, bool done, string? answer, CancellationToken ct)
        => string.IsNullOrWhiteSpace(answer) ? Outcome.Refused("forms.required", "Answer")
            : Kernel.Thai.NationalId.AppearsIn(answer) ? Outcome.Refused("fields.national-id", "Answer")
            : await change.RunAsync(id, version, r => r.Close(done, answer.Trim(), time.GetUtcNow()), ct);
}
