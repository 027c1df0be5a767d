using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Deliveries.Drops;

/// <summary>
/// Looks, at each tick, at the place where producers or their services lay files down, and takes each as a deposit of the organisation
/// that owes it. A file is kept and said in the answer before it is taken away; what is not taken stays, and is told.
/// </summary>
public sealed class DropDesk(Ledger ledger, Setting setting, IDrop? drop, DeliveryDesk deliveries)
{
    /// <summary>Who gave a file for which nobody signs.</summary>
    public const string Nobody = "";

    /// <summary>What lies there and is not taken, with why: part of « ce qui vous attend ».</summary>
    public async Task<IReadOnlyList<SeenDrop>> Stuck(CancellationToken stop = default) =>
        [.. (await Seen(stop))?.Files.Where(seen => seen.IsStuck) ?? []];

    /// <summary>Done again after a death, it gives the same bytes again, which changes nothing, and takes them away.</summary>
    /// <returns>How many files were taken.</returns>
    public async Task<int> Look(DateTimeOffset now, CancellationToken stop = default)
    {
        if (drop is null)
            return 0;
        var before = await Seen(stop);
        var lying = await drop.Look(stop);
        if (lying.Count == 0 && before is null)
            return 0;
        var known = before?.Files.ToDictionary(seen => seen.Id) ?? [];
        var asked = lying.Count == 0 ? null : await deliveries.Latest(setting.Zone.DayOf(now).Year, stop);
        List<SeenDrop> left = [];
        var taken = 0;
        foreach (var file in lying.Take(DropRules.Most))
        {
            var seen = known.GetValueOrDefault(SeenDrop.IdOf(file));
            switch (DropRules.Of(file, seen, setting.Platform.DataOrEmpty(), asked, now))
            {
                case DropFate.Wait:
                    left.Add(SeenDrop.Of(file, seen, now));
                    break;
                case DropFate.Stay stay:
                    left.Add(SeenDrop.Of(file, seen, now, stay.Problem));
                    break;
                case DropFate.Take take when await Give(file, asked!.Id, take.Template, now, stop) is { } problem:
                    left.Add(SeenDrop.Of(file, seen, now, problem));
                    break;
                case var done:
                    taken += done is DropFate.Take ? 1 : 0;
                    if (!await drop.Remove(file, stop))
                        left.Add(SeenDrop.Of(file, seen, now, DropRules.StillThere, taken: true));
                    break;
            }
        }
        if (!left.SequenceEqual(before?.Files ?? []))
            await ledger.Write(new Draft.Write(DropLook.Partition, [left.Count == 0 ? new Change.Delete(DropLook.Key) : new Change.Put(DropLook.Key, Stored.Write(new DropLook(left)))], []), stop);
        return taken;
    }

    /// <returns>Why it stays; empty where it was written while it was read, null once it is kept and said.</returns>
    private async Task<string?> Give(DroppedFile file, string consultation, DeliveryTemplate template, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            await using var content = await drop!.Open(file, stop);
            return content is null ? DropRules.Unread
                : (await deliveries.Give(new FileSent(consultation, template.Id, template.Organisation, Nobody, DeliveryWay.Folder, file.Name, content, false, now), stop))?.Message;
        }
        catch (ChangedMeanwhileException)
        {
            return "";
        }
    }

    private async Task<DropLook?> Seen(CancellationToken stop) => (await ledger.Find<DropLook>(DropLook.Partition, DropLook.Key, stop))?.Value;
}
