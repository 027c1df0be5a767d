using Almanach.Core.Rehearsal;

namespace Almanach.Local.Hosting;

/// <summary>Opens a platform at its first start, and refuses to mix a demonstration with the real thing.</summary>
public static class FirstMorning
{
    /// <param name="script">The demonstration's script; asked for only at the first start.</param>
    /// <exception cref="StartRefusedException">The folder is of the other environment, or the year has begun without us.</exception>
    public static async Task Open(Premises premises, Func<Script> script, CancellationToken stop)
    {
        var office = premises.Office;
        var place = await YearWalk.Find(office.Ledger, stop);
        var opened = await office.Opening.Years(stop) is { Count: > 0 };
        if (premises.Simulated is { } clock)
        {
            if (place is null && opened)
                throw new StartRefusedException($"Le dossier {premises.Folder.Path} est celui d’une plate-forme réelle. Indiquez un autre dossier pour la démonstration.");
            if (place is not null && opened)
                clock.Set(place.Now);
            else
                await new YearWalk(office, clock, script()).Resume(stop);
            return;
        }
        if (place is not null)
            throw new StartRefusedException($"Le dossier {premises.Folder.Path} est celui d’une démonstration. Indiquez un dossier neuf pour la plate-forme réelle.");
        if (await office.Opening.OpenFirst(premises.Host.Year!.Value, office.Now, stop) is { } refusal)
            throw new StartRefusedException(refusal.Message);
    }
}
