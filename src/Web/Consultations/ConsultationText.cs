using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Newsletter;

namespace Almanach.Web.Consultations;

/// <summary>The sentences of a consultation that hold its dates.</summary>
public static class ConsultationText
{
    public static string Until(DateTimeOffset closes, PlatformZone zone) => FrenchDates.EndInFull(zone.LocalOf(closes));

    /// <summary>
    /// The platform's own words under the title, the date in bold. Without an end, its sentence is left out; so it is after the
    /// close, since those words announce it, and ours say that it is past.
    /// </summary>
    public static string Lede(Visit visit)
    {
        var lede = visit.Consultation.Template.Lede.Replace("[réunion]", $"**{Presence.When(visit.Meeting, visit.Setting.Zone)}**", StringComparison.Ordinal);
        return visit switch
        {
            { IsOpen: true, Until: { } until } => lede.Replace("[clôture]", $"**{until}**", StringComparison.Ordinal),
            { Ended: { } ended } => $"{WithoutEnd(lede)} {(visit.IsVote ? "Le vote s’est terminé" : "La consultation s’est terminée")} le **{ended}**.".TrimStart(),
            _ => WithoutEnd(lede),
        };
    }

    /// <summary>What becomes of an answer given after the close, and until what: the next step is named, with its day while that is ahead.</summary>
    public static string StillTaken(Visit visit) => EditionCall.EditionOf(visit.Consultation) is not null
        ? "Ce que vous envoyez est encore pris, et attend le numéro suivant si celui-ci est en préparation ou parti." : "Votre réponse est encore prise, et notée comme tardive" + visit.Ending switch
        {
            null => ".",
            { } step when step.Starts > visit.Now => $", jusqu’à l’étape {Quoted(step.Title)}, prévue le {visit.At(step.Starts)}.",
            { } step => $", tant que l’étape {Quoted(step.Title)} n’a pas commencé.",
        };

    private static string WithoutEnd(string lede)
    {
        var kept = string.Join(". ", lede.Split(". ").Where(sentence => !sentence.Contains("[clôture]", StringComparison.Ordinal)));
        return kept.Length == 0 || kept[^1] is '.' or '?' or '!' or '…' ? kept : $"{kept}.";
    }

    /// <summary>« d…@drome.example.org »: enough to recognise one's own address, nothing to learn.</summary>
    public static string Masked(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}…{address[at..]}" : "…";

    /// <summary>How the coordinator came to know an answer that she noted.</summary>
    public static string Heard(Channel channel) => channel == Channel.Mail ? "d’après un courriel" : "par téléphone";

    /// <summary>For titles people typed, where they stand among ours.</summary>
    public static string Quoted(string title) => $"«\u00A0{Typography.Text(title)}\u00A0»";
}
