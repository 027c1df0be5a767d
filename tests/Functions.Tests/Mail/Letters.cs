using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;

namespace Almanach.Functions.Tests.Mail;

/// <summary>A letter with a slot in every place a slot may stand, and people to send it to.</summary>
internal static class Letters
{
    private static readonly string Nom = Slots.Mark("nom"), Demandes = Slots.Mark("demandes"), Lien = Slots.Mark("lien");

    public static readonly Letter Invitation = new(
        "themes-2027",
        new DateTimeOffset(2026, 9, 14, 8, 30, 0, TimeSpan.FromHours(2)),
        new Mailbox("Plateforme, coordination", "contact@plateforme.example"),
        new Mailbox("", "r+abc@plateforme.example"),
        $"Thèmes 2027\u00A0: {Nom}",
        new LetterBodies(
            $"<title>{Nom}</title><p title=\"{Nom}\">Bonjour {Nom},</p><ul>{Demandes}</ul><p>{Demandes}</p><a href=\"{Lien}\">{Lien}</a>\n",
            $"Bonjour {Nom},\n\n– {Demandes}\n\nRépondez ({Lien}).\n"),
        [new("List-Unsubscribe", $"<https://plateforme.example/d/{Slots.Mark("jeton")}>"), new("X-Theme", "Été")],
        []);

    public static Addressee To(string local, params string[] demands) => new(
        "c-" + local,
        new Mailbox("Zoé Été", local + "@ccas.example"),
        new Dictionary<string, SlotValue>
        {
            ["nom"] = new SlotValue.Text($"Zoé <{local}> & \"Cie\""),
            ["demandes"] = new SlotValue.Lines(demands),
            ["lien"] = new SlotValue.Text($"https://plateforme.example/r/{local}?a=1&b=2"),
            ["jeton"] = new SlotValue.Text("j-" + local),
        });

    public static LetterCalendar Meeting(string method) =>
        new(method, $"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:2027-copil@plateforme.example\r\n{LetterCalendar.Open}END:VEVENT\r\nEND:VCALENDAR\r\n");

    public static IReadOnlyList<Addressee> Many(int count) => [.. Enumerable.Range(0, count).Select(i => To($"p{i}", i % 3 == 0 ? [] : ["Logement & santé", $"n° {i}"]))];
}
