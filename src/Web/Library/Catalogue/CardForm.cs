using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Network;
using Almanach.Web.Hosting;

namespace Almanach.Web.Library.Catalogue;

/// <summary>A card as a form has it: read without ever failing, and what was typed kept when it cannot be read.</summary>
public static class CardForm
{
    /// <param name="errors">What cannot be read at all; the rules say the rest.</param>
    public static EntryCard Read(Fields fields, Roster roster, List<FieldError> errors) => new(
        fields.Line("titre"), Enum<EntryKind>(fields.Text("sorte")), ProducerNames.Read(fields.Text("producteurs"), roster),
        Year(fields, "de", errors), Year(fields, "a", errors), Day(fields, "parution", errors), All(fields, "territoires"), fields.Line("precision"), All(fields, "themes"),
        fields.Text("resume"), fields.Line("adresse"), Enum<EntryAccess>(fields.Text("acces")), fields.Line("conditions"), Enum<Rhythm>(fields.Text("periodicite")),
        fields.Line("service"), fields.Line("boite"), fields.Text("methode"), fields.Line("licence"), Enum<EntryDiffusion>(fields.Text("diffusion")));

    /// <summary>
    /// The same over a card that was shown: where a list holds the same names or ids, in another order or in words, it is
    /// unchanged.
    /// </summary>
    public static EntryCard Read(Fields fields, CatalogueShelf shelf, EntryCard over, List<FieldError> errors)
    {
        var card = Read(fields, shelf.Roster, errors);
        return card with
        {
            Producers = ProducerNames.Split(fields.Text("producteurs")).SequenceEqual(over.Producers.Select(shelf.NameOf).SelectMany(ProducerNames.Split)) ? over.Producers : card.Producers,
            Territories = Kept(over.Territories, card.Territories),
            Themes = Kept(over.Themes, card.Themes),
        };
    }

    private static IReadOnlyList<string> Kept(IReadOnlyList<string> before, IReadOnlyList<string> after) => before.ToHashSet().SetEquals(after) ? before : after;

    public static Fields Of(EntryCard card, Func<Producer, string> nameOf) => new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["titre"] = [card.Title],
        ["sorte"] = [card.Kind.ToString()],
        ["producteurs"] = [string.Join('\n', card.Producers.Select(nameOf))],
        ["de"] = [card.From is { } from ? from.ToString(CultureInfo.InvariantCulture) : ""],
        ["a"] = [card.Until is { } until ? until.ToString(CultureInfo.InvariantCulture) : ""],
        ["parution"] = [card.Published is { } day ? $"{day:yyyy-MM-dd}" : ""],
        ["territoires"] = card.Territories,
        ["precision"] = [card.Area],
        ["themes"] = card.Themes,
        ["resume"] = [card.Summary],
        ["adresse"] = [card.Address],
        ["acces"] = [card.Access.ToString()],
        ["conditions"] = [card.Conditions],
        ["periodicite"] = [card.Rhythm.ToString()],
        ["service"] = [card.Service],
        ["boite"] = [card.Mailbox],
        ["methode"] = [card.Method],
        ["licence"] = [card.Licence],
        ["diffusion"] = [card.Diffusion.ToString()],
    });

    /// <summary>No member of the enum for a word that is none: the rules refuse it by its field.</summary>
    private static T Enum<T>(string text)
        where T : struct, Enum => System.Enum.IsDefined(typeof(T), text) ? System.Enum.Parse<T>(text) : (T)(object)-1;

    private static IReadOnlyList<string> All(Fields fields, string name) => [.. fields.All(name).Where(value => value.Length > 0).Distinct().Take(EntryRules.MaxTerritories + 1)];

    private static int? Year(Fields fields, string name, List<FieldError> errors)
    {
        var text = fields.Text(name);
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return year;
        errors.Add(new FieldError(name, "Écrivez l’année en quatre chiffres."));
        return null;
    }

    private static DateOnly? Day(Fields fields, string name, List<FieldError> errors)
    {
        var text = fields.Text(name);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        errors.Add(new FieldError(name, "Cette date ne se lit pas. Écrivez par exemple 15/03/2021."));
        return null;
    }
}
