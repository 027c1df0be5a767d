using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Network;

namespace Almanach.Core.Library;

/// <summary>All documents of the platform, as their readers find them.</summary>
public sealed class LibraryDesk(Setting setting, DocumentDesk documents, DepositDesk deposits, GroupDesk groups)
{
    /// <summary>Drawn up and deposited, withdrawn ones apart, latest first.</summary>
    public async Task<IReadOnlyList<LibraryItem>> All(CancellationToken stop = default) =>
    [
        .. (await documents.All(stop)).Select(document => LibraryItem.Of(document, setting))
            .Concat((await deposits.All(stop)).Where(deposit => deposit.Withdrawn is null).Select(LibraryItem.Of))
            .OrderByDescending(item => item.Day).ThenByDescending(item => item.Since).ThenBy(item => item.Id, StringComparer.Ordinal),
    ];

    /// <summary>What anybody may read.</summary>
    public async Task<IReadOnlyList<LibraryItem>> Public(CancellationToken stop = default) =>
        [.. (await All(stop)).Where(item => item is { Diffusion: Diffusion.Public, Draft: false })];

    /// <summary>What a person of the network may read.</summary>
    public async Task<IReadOnlyList<LibraryItem>> For(Contact person, CancellationToken stop = default)
    {
        var all = await groups.All(stop);
        return [.. (await All(stop)).Where(item => item.IsFor(person, all))];
    }

    /// <summary>
    /// What came out in a time, latest first: for a newsletter or a feed. Drafts, and what belongs to some members only, are
    /// not news; what the network alone may read is marked (<see cref="LibraryNews.Internal"/>).
    /// </summary>
    /// <param name="since">Inclusive, UTC.</param>
    /// <param name="until">Exclusive, UTC.</param>
    public async Task<IReadOnlyList<LibraryNews>> News(DateTimeOffset since, DateTimeOffset until, CancellationToken stop = default) =>
    [
        .. (await All(stop)).Where(item => item is { Draft: false, Diffusion: not Diffusion.Circle } && item.Since >= since && item.Since < until)
            .OrderByDescending(item => item.Since)
            .Select(item => new LibraryNews(item.Title, item.Address, setting.Zone.DayOf(item.Since), item.Kind, item.Diffusion != Diffusion.Public)),
    ];
}

/// <summary>A document that came out.</summary>
/// <param name="Address">Absolute path on the site: <c>/documents/programme-2022</c>.</param>
/// <param name="Date">The day it came out.</param>
/// <param name="Internal">Only members of the network may read it.</param>
public sealed record LibraryNews(string Title, string Address, DateOnly Date, LibraryKind Kind, bool Internal);
