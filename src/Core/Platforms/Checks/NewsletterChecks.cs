using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the <c>newsletters</c> of a platform must mean.</summary>
internal static class NewsletterChecks
{
    public static void Check(Platform platform, PlatformIds ids, Findings found)
    {
        foreach (var (index, letter) in platform.Newsletters.Index())
        {
            var place = $"/newsletters/{index}";
            PlatformChecks.Given(letter.Title, $"{place}/title", found);
            PlatformChecks.Given(letter.About, $"{place}/about", found);
            if (letter.Editors is { } body)
                ids.Bodies.Check(body, $"{place}/editors", found);
            CheckSections(letter.Sections, $"{place}/sections", found);
            if (platform.Calendar.All(step => step.Work is not StepWork.SendEdition work || work.Newsletter != letter.Id))
                found.Error(place, $"Aucune étape du calendrier n’envoie «\u00A0{letter.Title}\u00A0».", "Ajouter au calendrier une étape dont le travail est « sendEdition », ou retirer cette lettre.");
        }
    }

    private static void CheckSections(IReadOnlyList<SectionSetting> sections, string place, Findings found)
    {
        if (sections.Count == 0)
            found.Error(place, "La lettre n’a pas de rubrique.", "En décrire au moins une.");
        foreach (var (index, section) in sections.Index())
        {
            PlatformChecks.Given(section.Title, $"{place}/{index}/title", found);
            if (!Ids.IsWellFormed(section.Id))
                found.Error($"{place}/{index}/id", $"L’identifiant « {section.Id} » n’est pas bien formé.", Ids.Rule);
            if (sections.Take(index).Any(other => other.Id == section.Id))
                found.Error($"{place}/{index}/id", $"Deux rubriques ont l’identifiant « {section.Id} ».", "En changer un.");
            foreach (var (position, kind) in section.Holds.Index())
                if (section.Holds.Take(position).Contains(kind) || sections.Take(index).Any(other => other.Holds.Contains(kind)))
                    found.Error($"{place}/{index}/holds/{position}", "Cette sorte de contenu est dans deux rubriques.", "La laisser dans une seule.");
        }
    }
}
