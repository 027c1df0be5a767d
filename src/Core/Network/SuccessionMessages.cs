using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network;

/// <summary>What a successor gets: who holds her data if she is new, all that waits for her in one message, and the meetings she is convened to.</summary>
public static class SuccessionMessages
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(120);

    /// <summary>« demandes », and where the button leads: to the form where one thing is asked, else to her own page.</summary>
    /// <param name="asked">What waits, with the sentence that asks it.</param>
    public static AudienceMember Member(Contact to, IReadOnlyList<(Consultation Consultation, string Sentence)> asked) => new(
        to.Id, to.Organisation,
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["demandes"] = asked.Count > 0 ? [.. asked.Select(one => one.Sentence)] : ["Rien pour le moment. Vous recevrez un message à la prochaine consultation."],
        },
        asked is [var only] ? ConsultationDesk.Link(only.Consultation) : null);

    public static Mailing TakingOver(Succession succession, Audience audience, DateTimeOffset due) => new(
        Key("succession", succession, due), TextCatalogue.Succession,
        new Dictionary<string, string> { ["prédécesseur"] = succession.From.Name.Length > 0 ? succession.From.Name : succession.From.Function },
        audience, "Vous recevez ce message parce que votre organisme vous a désignée ou désigné pour [organisme].",
        new LinkTo(LinkPurpose.Person, "", due + LinkLasts), Replay.SendAgain);

    public static string Key(string what, Succession succession, DateTimeOffset at) => $"{what}-{succession.From.Id}-{succession.To.Id}-{Todo.Stamp(at)}".ToLowerInvariant();

    /// <summary>Meetings whose members are convened already, and where she sits only now.</summary>
    public static IEnumerable<Meeting> Convened(IEnumerable<Meeting> meetings, Succession succession, Roster before, DateTimeOffset now) => meetings.Where(meeting =>
        meeting.State == MeetingState.Convened && meeting.Starts > now
        && (meeting.Body is null ? succession.IsNew : succession.To.SitsIn(meeting.Body) && before.Of(meeting.Body).All(member => member.Id != succession.To.Id)));
}
