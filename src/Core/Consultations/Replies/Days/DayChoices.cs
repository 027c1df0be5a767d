using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>The dates of a poll, as somebody may name them.</summary>
internal sealed class DayChoices(IReadOnlyList<OptionTemplate> options)
{
    private readonly IReadOnlyList<DayMention?> dates = [.. options.Select(Date)];

    public IEnumerable<string> All => options.Select(option => option.Id);

    public bool Agrees(int? count) => count is null || count == options.Count;

    /// <summary>The options that are meant; none where nothing offered fits, or more than one may be meant.</summary>
    /// <param name="whole">« pas le 12 » is said of every hour of the 12th; « le 12 » may mean one of them.</param>
    public IReadOnlyList<string> Of(DayMention mention, bool whole)
    {
        if (mention.Place is { } place)
            return (place < 0 ? options.Count : place) is var at && at >= 1 && at <= options.Count ? [options[at - 1].Id] : [];
        // A date that cannot be read might be the one meant.
        if (dates.Any(date => date is null) || mention is { Day: null, Weekday: null } && dates.DistinctBy(date => (date!.Day, date.Month)).Count() > 1)
            return [];
        var fitting = options.Where((_, index) => mention.Fits(dates[index]!)).Select(option => option.Id).ToList();
        var days = dates.Where(date => mention.Fits(date!)).DistinctBy(date => (date!.Day, date.Month)).Count();
        return fitting.Count == 1 || whole && days == 1 ? fitting : [];
    }

    private static DayMention? Date(OptionTemplate option)
    {
        if (ProposedDate.Parse(option.Id) is { } date)
            return new DayMention(Signs.Day, date.Day.Day, date.Day.Month, date.Day.Year, date.Day.DayOfWeek, date.Hour);
        return DayReader.Read(Plain.Tidy(option.Label)).Mentions is [{ Day: not null, Wrong: false } read] ? read : null;
    }
}
