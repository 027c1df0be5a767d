using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Year;

/// <summary>What a step does, in a sentence or two.</summary>
internal static class StepWords
{
    public static string Does(Setting setting, Step step, YearPlan plan) => step.Work switch
    {
        StepWork.Consult consult => Consults(setting, consult, plan.Year),
        StepWork.ConsolidateThemes => "Vous regroupez les propositions voisines. Quand vous dites que c’est fini, chaque auteur apprend ce que devient la sienne.",
        StepWork.Meet { Decides: true } => $"{setting.Body((step.Work as StepWork.Meet)!.Body)} se réunit et choisit les actions de l’année. L’étape se termine quand vous consignez ses décisions\u00A0; les auteurs de propositions en sont informés.",
        StepWork.Meet meet => $"{setting.Body(meet.Body)} se réunit{Where(meet)}. Aucun message ne part de cette étape.",
        StepWork.Convene convene => $"La convocation part, avec son ordre du jour\u00A0: {Lists.Join(convene.Agenda.Select(item => $"«\u00A0{Setting.Fill(item, plan.Year)}\u00A0»"))}.",
        StepWork.Publish publish => $"Almanach compose {Words.Document(publish, plan)}, le met en ligne et en envoie le lien à {Readers(setting, publish.Body)}.",
        StepWork.SendEdition edition => Sends(setting, edition),
        StepWork.Milestone => "Une échéance à tenir. Aucun message ne part.",
        StepWork.OpenNextYear => $"L’année {plan.Year + 1} s’ouvre avec les thèmes que celle-ci laisse. Aucun message ne part.",
        _ => throw new System.Diagnostics.UnreachableException(),
    } is var sentence ? Words.Capital(sentence) : "";

    private static string Sends(Setting setting, StepWork.SendEdition edition)
    {
        var called = edition.CallDays > 0 ? $" Les contributions sont demandées {Words.Counted(edition.CallDays, "jour", "jours")} avant." : "";
        return $"La lettre part avec les articles approuvés\u00A0; les autres attendent le numéro suivant.{called} Les articles vont {(setting.Newsletter(edition.Newsletter).Editors is { } editors ? $"au {Named(setting, editors)}" : "à la coordination")} {Words.Counted(edition.ReviewDays, "jour", "jours")} avant.";
    }

    private static string Consults(Setting setting, StepWork.Consult consult, int year)
    {
        var template = setting.Consultation(consult.Consultation, year);
        var reminders = template.Reminders.Count == 0
            ? "Personne n’est relancé."
            : $"Qui n’a pas répondu est relancé au plus tôt {Lists.Join(template.Reminders.Select(days => Words.Counted(days, "jour", "jours")))} avant la fin.";
        return $"{Asked(setting, template)}\u00A0: «\u00A0{template.Heading}\u00A0» L’invitation part à l’ouverture. {reminders}";
    }

    private static string Asked(Setting setting, ConsultationTemplate template) => template.Body is { } body
        ? $"Les membres du {Named(setting, body)} sont consultés"
        : template.AsksDeliveries() ? "Les organismes dont un fichier de données est attendu sont consultés"
        : template.AsksProducers() ? "Les organismes qui ont des fiches au catalogue sont consultés" : "Le réseau est consulté";

    private static string Where(StepWork.Meet meet) => (meet.Place, meet.Remote) switch
    {
        ({ Length: > 0 } place, true) => $" à {place} et en visioconférence",
        ({ Length: > 0 } place, false) => $" à {place}",
        (_, true) => " en visioconférence",
        _ => "",
    };

    private static string Readers(Setting setting, string? body) => body is null ? "tout le réseau" : $"chaque membre du {Named(setting, body)}";

    private static string Named(Setting setting, string body) => Words.Lower(setting.Platform.Bodies.First(other => other.Id == body).Name);
}
