using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;

namespace Almanach.Adapters.Tests.Mails;

internal static class Letters
{
    public static readonly Letter Invitation = new(
        "themes-2027",
        new DateTimeOffset(2026, 9, 14, 8, 30, 0, TimeSpan.FromHours(2)),
        new Mailbox("Plateforme d’observation", "contact@plateforme.example"),
        new Mailbox("Réponses", "r+abc@plateforme.example"),
        "Thèmes 2027\u00a0: vos propositions avant le 15\u00a0octobre",
        new LetterBodies($"<p>Bonjour {Slots.Mark("nom")},</p>\n<p>À bientôt.</p>", $"Bonjour {Slots.Mark("nom")},\n\n.\nÀ bientôt."),
        [new("List-Unsubscribe", $"<https://plateforme.example/d/{Slots.Mark("jeton")}>")],
        [new Attachment("thèmes.csv", "text/csv", [.. Enumerable.Range(0, 256).Select(i => (byte)i)])]);

    public static Addressee To(string id, string address) => new(
        id,
        new Mailbox("Zoé Été", address),
        new Dictionary<string, SlotValue> { ["nom"] = new SlotValue.Text("Zoé & Cie"), ["jeton"] = new SlotValue.Text("j-" + id) });
}
