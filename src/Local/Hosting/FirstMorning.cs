using Almanach.Core.Calendar;
using Almanach.Core.French;
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
        if (opened)
            return;
        var year = premises.Host.Year!.Value;
        RefuseLateStart(premises, year);
        await office.Opening.Open(year, office.Now, stop);
    }

    /// <summary>A year opened late would at once send everything its calendar has missed.</summary>
    private static void RefuseLateStart(Premises premises, int year)
    {
        var setting = premises.Office.Setting;
        var first = setting.Plan(year).Steps.MinBy(step => step.Starts);
        if (first is not null && first.Starts <= premises.Office.Now)
            throw new StartRefusedException(
                $"L’année {year} ne peut plus être ouverte\u00A0: «\u00A0{first.Title}\u00A0» commençait le {Day(setting.Zone, first.Starts)}. Indiquez l’année suivante dans «\u00A0year\u00A0», ou changez le calendrier de la plate-forme.");
    }

    private static string Day(PlatformZone zone, DateTimeOffset instant) => FrenchDates.Day(zone.DayOf(instant));
}
