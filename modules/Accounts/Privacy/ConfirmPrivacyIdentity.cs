using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Writes down that and how it was checked who asks.</summary>
internal sealed class ConfirmPrivacyIdentity(ChangePrivacyRequest change)
{
    public async Task<Outcome> RunAsync(Guid id, long version, string? note, CancellationToken ct)
        => string.IsNullOrWhiteSpace(note) ? Outcome.Refused("forms.required", "Note")
            : Kernel.Thai.NationalId.AppearsIn(note) ? Outcome.Refused("fields.national-id", "Note")
            : await change.RunAsync(id, version, r => r.ConfirmIdentity(note.Trim()), ct);
}
