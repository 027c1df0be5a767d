using Almanach.Core.Engine;
using Almanach.Core.Library.Joining;
using Almanach.Core.Ports;

namespace Almanach.Core.Privacy;

/// <summary>Requests to join that name somebody: as the référent, as who represents the organisation, or in what was written.</summary>
public sealed class JoinTraces(Ledger ledger, JoinDesk joins)
{
    /// <summary>Latest first, decided or not.</summary>
    public async Task<IReadOnlyList<JoinRequest>> Of(Mention mention, CancellationToken stop = default) =>
        [.. (await joins.All(stop)).Where(request => Without(request, mention) is not null)];

    /// <summary>Takes somebody out of a request that is decided. One that waits stays as it is: without its référent it could not be accepted.</summary>
    public Task<Refusal?> Forget(string id, Mention mention, CancellationToken stop = default) => ledger.Carry(async () =>
        await ledger.Find<JoinRequest>(JoinRequest.Partition, id, stop) is { Value.IsOpen: false } held && Without(held.Value, mention) is { } left
            ? new Draft.Write(JoinRequest.Partition, [new Change.Replace(id, Stored.Write(left), held.Version)], [])
            : new Draft.Nothing(), stop);

    /// <summary>
    /// A request without somebody it names. What others said in it stays: who represents the organisation is somebody else than its
    /// référent. Null where it does not name her.
    /// </summary>
    public static JoinRequest? Without(JoinRequest request, Mention mention)
    {
        string Cut(string text) => mention.In(text) ? "" : text;
        var sheet = request.Sheet;
        var hers = mention.IsAddress(sheet.Address) || mention.In($"{sheet.FirstName} {sheet.LastName}");
        var left = request with
        {
            Sheet = sheet with
            {
                Representative = Cut(sheet.Representative),
                FirstName = hers ? "" : sheet.FirstName,
                LastName = hers ? "" : sheet.LastName,
                Address = hers ? "" : sheet.Address,
                Function = hers ? "" : Cut(sheet.Function),
                Commitment = Cut(sheet.Commitment),
            },
            Reason = Cut(request.Reason),
        };
        return left == request ? null : left;
    }
}
