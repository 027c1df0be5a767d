using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Platforms;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Hosting;

namespace Almanach.Web.Consultations.Entries;

/// <summary>What is said of the organisation's entries once the form is taken: what was said of those the page does not show stays.</summary>
internal static class EntriesReading
{
    public static AnswerValue.Entries Of(Visit visit, QuestionTemplate question, Fields fields, List<FieldError> errors)
    {
        var all = fields.Text(AnswerNames.Step) == AnswerNames.AllCurrent;
        Dictionary<string, EntrySaid> said = new(visit.Said.ByEntry);
        foreach (var entry in visit.Entries)
        {
            var name = AnswerNames.Of(question, entry.Id);
            var read = fields.Text($"{name}.{AnswerNames.Read}");
            if (all && read.Length > 0 && visit.SaidOf(entry) is null)
                said[entry.Id] = new EntrySaid(EntryWord.Current, Seen: read);
            else if (!all && fields.Text(name) is { Length: > 0 } text && AnswerReading.Word<EntryWord>(question, text, errors) is { } word)
                said[entry.Id] = new EntrySaid(word, fields.Line($"{name}.{AnswerNames.Reason}"), visit.Said.ByEntry.GetValueOrDefault(entry.Id)?.Card, Seen: read);
        }
        return new AnswerValue.Entries(said, visit.Said.Added);
    }
}
