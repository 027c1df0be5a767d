using System.Text;
using Almanach.Core.French;

namespace Almanach.Local.Hosting;

/// <summary>What the terminal says once the host listens.</summary>
public static class Greeting
{
    /// <param name="code">What opens the cockpit of a demonstration; null in production.</param>
    public static string Of(Premises premises, string? code)
    {
        var (host, setting) = (premises.Host, premises.Office.Setting);
        var text = new StringBuilder();
        text.Append($"{setting.Platform.Brand.Name} ({setting.Platform.Brand.Short})\n\n");
        text.Append($"  Site        {host.PublicRoot}/\n");
        text.Append(code is null ? $"  Cockpit     {host.PublicRoot}/cockpit\n" : $"  Cockpit     {host.PublicRoot}/cockpit/entrer?code={code}\n");
        text.Append($"  Messages    {Mails(premises)}\n");
        text.Append($"  Données     {premises.Folder.Path}\n");
        if (host.IsDemonstration)
            text.Append($"\nDémonstration\u00A0: l’horloge est au {FrenchDates.Day(setting.Zone.DayOf(premises.Office.Now))} et avance quand vous le demandez, depuis le cockpit.\n");
        return text.Append("Ctrl+C pour arrêter.\n").ToString();
    }

    private static string Mails(Premises premises) => premises.Host switch
    {
        { Smtp: null } => $"écrits dans {Path.Combine(premises.Folder.Files, "mails")}, aucun ne part",
        { Smtp: { } smtp, IsDemonstration: true } =>
            $"envoyés par {smtp.Host}, aux seules adresses de {Lists.Join(premises.Office.Setting.Platform.AllowedDomains)}",
        { Smtp: { } smtp } => $"envoyés par {smtp.Host}",
    };
}
