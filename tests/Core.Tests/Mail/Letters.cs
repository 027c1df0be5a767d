using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;

namespace Almanach.Core.Tests.Mail;

/// <summary>A letter and an addressee to start from.</summary>
internal static class Letters
{
    public static readonly Letter Plain = new(
        "2023.collecte.invitation",
        new DateTimeOffset(2022, 9, 12, 8, 0, 0, TimeSpan.FromHours(2)),
        new("PFOSS Auvergne-Rhône-Alpes", "coordination@pfoss.example.org"),
        new("", "r+abc@pfoss.example.org"),
        "Themes",
        new("<p>Bonjour</p>", "Bonjour"),
        [],
        []);

    public static Letter With(string html = "<p></p>", string text = "") => Plain with { Bodies = new(html, text) };

    public static Addressee To(params (string Slot, string Value)[] slots) => new(
        "c42", new("Élodie Martin", "elodie.martin@drome.example"),
        slots.ToDictionary(slot => slot.Slot, SlotValue (slot) => new SlotValue.Text(slot.Value)));

    public static Addressee ToList(string slot, params string[] items) =>
        To() with { Slots = new Dictionary<string, SlotValue> { [slot] = new SlotValue.Lines(items) } };

    public static ReadMail Sent(Letter letter, Addressee addressee) => ReadMail.Of(MimeWriter.Write(letter, addressee));
}
