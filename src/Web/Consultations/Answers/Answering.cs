using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;

namespace Almanach.Web.Consultations.Answers;

/// <summary>What a page sends to Core as an answer.</summary>
internal static class Answering
{
    public static AnswerCommand Command(Visit visit, AnswerReading reading, DateTimeOffset now) =>
        reading.Abstains ? Decline(visit, now) : Command(visit, reading.Values, now);

    public static AnswerCommand Command(Visit visit, IReadOnlyDictionary<string, AnswerValue> values, DateTimeOffset now) =>
        new(visit.Unit, visit.Organisation.Id, visit.Contact.Id, Channel.Page, false, values, now);

    public static AnswerCommand Decline(Visit visit, DateTimeOffset now) =>
        new(visit.Unit, visit.Organisation.Id, visit.Contact.Id, Channel.Page, true, new Dictionary<string, AnswerValue>(), now);

    /// <summary>The revision the page showed; a form without one has seen nothing that stands now.</summary>
    public static int Seen(Visit visit, Fields fields) =>
        int.TryParse(fields.Text(AnswerNames.Revision), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision
            : visit.Revision == 0 ? 0 : -1;

    /// <summary>What the next page sends back: the revision seen at first, so that correcting an error crosses nobody unseen.</summary>
    public static string Kept(Visit visit, Fields fields) => fields.Text(AnswerNames.Revision) is { Length: > 0 } seen ? seen : $"{visit.Revision}";

    public static bool IsRecorded(Visit visit, IReadOnlyDictionary<string, AnswerValue> values) =>
        visit.Answer is { Declined: false } answer && Stored.Write(new AnswerValues(answer.Values)) == Stored.Write(new AnswerValues(values));
}
