using Almanach.Core.Calendar;
using Almanach.Core.Consultations.Replies.Days;
using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Cycle;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies.Attending;

/// <summary>
/// « Je serai présente », « excusé », « Mme Picaud me représentera ». Every clause must say one of these things, or nothing.
/// Who comes with somebody, or for a part of the meeting, is for a person to arrange.
/// </summary>
internal static class AttendanceReply
{
    public static Heard Of(string text, Step? meeting, PlatformZone zone, AnswerValue.Attendance? before)
    {
        var (signed, mentions) = DayReader.Read(text);
        if (!AreItsDay(mentions, meeting, zone))
            return new Heard.Unsure(meeting is null ? "Le message parle d’une date, et celle de la réunion n’est pas connue." : "Le message parle d’un autre jour ou d’une autre heure que ceux de la réunion.");
        if (Clauses(signed) is not { Count: > 0 } said)
            return new Heard.Unsure("Le message ne dit pas clairement qui sera présent.");
        return Decided(said, meeting, before);
    }

    private static Heard Decided(IReadOnlyList<Presence> said, Step? meeting, AnswerValue.Attendance? before)
    {
        var names = said.OfType<Presence.StandsIn>().Select(one => one.Name).Distinct().ToList();
        var (comes, away) = (said.OfType<Presence.Comes>().ToList(), said.OfType<Presence.Away>().ToList());
        if (comes.Count > 0)
            return names.Count + away.Count > 0 || said.OfType<Presence.Why>().Any() ? new Heard.Unsure("Le message semble dire à la fois oui et non.") : Coming(comes, meeting, before);
        if (names.Count > 1)
            return new Heard.Unsure("Le message nomme plusieurs représentants.");
        if (names is [var name])
            return name.Length == 0 ? new Heard.Unsure("Le message ne dit pas le nom de qui représentera la personne.") : new Heard.Said(new AnswerValue.Attendance(AttendanceMode.Represented, "", name));
        return away.Count == 0 ? Heard.Nothing : new Heard.Said(new AnswerValue.Attendance(AttendanceMode.Excused, string.Join(", ", said.OfType<Presence.Why>().Select(why => why.Words))));
    }

    /// <summary>« Yes » says neither how nor for whom: who had said so is taken at that word.</summary>
    private static Heard Coming(IReadOnlyList<Presence.Comes> comes, Step? meeting, AnswerValue.Attendance? before)
    {
        var ways = comes.Select(one => one.Mode).OfType<AttendanceMode>().Distinct().ToList();
        if (ways.Count > 1)
            return new Heard.Unsure("Le message parle de venir sur place et à distance.");
        if (ways.Count == 0 && before is not null && QuorumRules.IsPresent(before.Mode))
            return new Heard.Said(before);
        if (ways.Count == 0 && meeting is not { Work: StepWork.Meet })
            return new Heard.Unsure("Le message ne dit pas si c’est sur place ou en visioconférence.");
        var mode = ways.Count == 1 ? ways[0] : meeting is { Work: StepWork.Meet { Remote: true } } ? AttendanceMode.Remote : AttendanceMode.OnSite;
        return Core.Meetings.Presence.Modes(meeting).Contains(mode)
            ? new Heard.Said(new AnswerValue.Attendance(mode, ""))
            : new Heard.Unsure("La réunion se tient en visioconférence, et le message parle d’y venir sur place.");
    }

    /// <summary>Null where some clause is not understood.</summary>
    private static List<Presence>? Clauses(string signed)
    {
        List<Presence> said = [];
        foreach (var sentence in Sentences.Of(signed).Where(sentence => !Courtesies.Is(sentence)))
            if (PresenceWords.Read(sentence) is { } whole)
                said.AddRange(whole);
            else
                foreach (var clause in Sentences.Clauses(sentence).Where(clause => !Courtesies.Is(clause)))
                    if (PresenceWords.Read(clause) is { } part)
                        said.AddRange(part);
                    else
                        return null;
        // « OK merci », « OK, c’est noté » only say that the mail was read.
        return said.All(one => one is Presence.Comes { Weak: true } or Presence.Said) && (said.OfType<Presence.Said>().Any() || Plain.Fold(signed).Contains("merci", StringComparison.Ordinal)) ? null : said;
    }

    private static bool AreItsDay(IReadOnlyList<DayMention> mentions, Step? meeting, PlatformZone zone)
    {
        if (mentions.Count == 0)
            return true;
        if (meeting is null)
            return false;
        var local = zone.LocalOf(meeting.Starts);
        var day = new DayMention(Signs.Day, local.Day, local.Month, local.Year, local.DayOfWeek, TimeOnly.FromDateTime(local));
        return mentions.All(mention => mention.Sign == Signs.Day && mention.Fits(day));
    }
}
