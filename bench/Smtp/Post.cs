using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;

namespace Almanach.Bench;

/// <summary>One letter of the length of an invitation, to people of two hundred domains.</summary>
internal static class Post
{
    private const int Domains = 200;
    private const string Paragraph = "Chaque année, la plateforme demande à ses partenaires les thèmes qu’ils souhaitent voir étudiés. Vos propositions sont lues, regroupées, puis soumises au vote du comité.";

    public static Letter Letter { get; } = new(
        "themes-2027", new(2026, 9, 14, 6, 30, 0, TimeSpan.Zero),
        new("Plateforme d’observation", "contact@plateforme.example"), new("Réponses", "r+abc@plateforme.example"),
        "Thèmes 2027\u00a0: vos propositions avant le 15\u00a0octobre",
        new(
            $"<p>Bonjour {Slots.Mark("nom")},</p>" + string.Concat(Enumerable.Repeat($"<p style=\"margin:0 0 16px\">{Paragraph}</p>\n", 12)) + $"<p><a href=\"https://plateforme.example/r/{Slots.Mark("jeton")}\">Répondre</a></p>",
            $"Bonjour {Slots.Mark("nom")},\n\n" + string.Concat(Enumerable.Repeat(Paragraph + "\n\n", 12)) + $"https://plateforme.example/r/{Slots.Mark("jeton")}"),
        [new("List-Unsubscribe", $"<https://plateforme.example/d/{Slots.Mark("jeton")}>")], []);

    public static IEnumerable<Addressee> People(int count, string name = "p") => Enumerable.Range(0, count).Select(i => new Addressee(
        $"c{i}", new($"Zoé Été {i}", $"{name}{i}@d{i % Domains}.example"),
        new Dictionary<string, SlotValue> { ["nom"] = new SlotValue.Text($"Zoé Été {i}"), ["jeton"] = new SlotValue.Text($"v1.k1.{i:D40}") }));
}
