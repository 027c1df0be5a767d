using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>The usual delays of a special edition, as far as its day leaves room for them.</summary>
public static class SpecialEdition
{
    private const int UsualCall = 14;

    private const int UsualReview = 5;

    private const int UsualSilence = 3;

    /// <param name="call">Contributions are called for.</param>
    /// <param name="review">Its articles go to the editors, where the newsletter has some.</param>
    public static CycleCommand.AddEdition Command(
        string step, NewsletterSetting letter, string title, DateTimeOffset sends, bool call, bool review, PlatformZone zone, DateTimeOffset now, string actor)
    {
        var days = Math.Max(1, (zone.LocalOf(sends) - zone.LocalOf(now)).Days);
        var called = call ? Math.Min(UsualCall, days) : 0;
        var reviewed = review && letter.Editors is not null ? Math.Min(UsualReview, days) : 0;
        return new CycleCommand.AddEdition(
            step, letter.Id, title, sends, zone.DayOf(sends), called, EditionTimes.DaysBefore(sends, called, zone), reviewed, EditionTimes.DaysBefore(sends, reviewed, zone),
            Math.Min(UsualSilence, Math.Max(1, reviewed)), now, actor);
    }
}
