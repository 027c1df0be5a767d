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
        string step, NewsletterSetting letter, string title, DateTimeOffset sends, bool call, bool review, DateTimeOffset now, string actor)
    {
        var days = Math.Max(1, (int)(sends - now).TotalDays);
        var reviewed = review && letter.Editors is not null ? Math.Min(UsualReview, days) : 0;
        return new CycleCommand.AddEdition(step, letter.Id, title, sends, call ? Math.Min(UsualCall, Math.Max(days, 1)) : 0, reviewed, Math.Min(UsualSilence, Math.Max(1, reviewed)), now, actor);
    }
}
