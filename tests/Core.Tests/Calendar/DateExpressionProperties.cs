using Almanach.Core.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Calendar;

public sealed class DateExpressionProperties
{
    static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(500);

    static readonly string[] _words =
    [
        "copil", "collecte.end", "first", "second", "last", "Tuesday", "Sunday", "of", "the", "year", "before", "after", "each", "quarter",
        "month", "December", "February", "29", "31", "1000", "2021-12-14", "{year}-02-30", "2199", "+", "-", "−", "–", "weeks", "days",
        "months", "working", "day", "or", "next", "previous", "avoiding", "school", "holidays", "at", "08:30", "99:99", ".", "é", "\ud800", "{",
    ];

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused_and_what_is_read_can_be_evaluated()
    {
        var words = Gen.Elements(_words).ListOf().Select(list => string.Join(' ', list));
        var anything = ArbMap.Default.GeneratorFor<string>();

        Prop.ForAll(Gen.OneOf(words, anything).ToArbitrary(), ReadsOrRefuses).Check(_config.WithMaxTest(3000));
    }

    [Fact]
    public void So_many_weeks_later_and_as_many_earlier_is_the_same_day()
    {
        var cases = from weeks in Gen.Choose(0, 1000)
                    from unit in Gen.Elements("weeks", "days")
                    from day in AnyDay()
                    select (weeks, unit, day);

        Prop.ForAll(cases.ToArbitrary(), row =>
            Day($"step + {row.weeks} {row.unit} - {row.weeks} {row.unit}", row.day) == row.day
            && Day($"step - {row.weeks} {row.unit} + {row.weeks} {row.unit}", row.day) == row.day).Check(_config);
    }

    [Fact]
    public void Working_days_forth_and_back_come_back_to_a_working_day()
    {
        var cases = from count in Gen.Choose(0, 60)
                    from day in AnyDay()
                    select (count, day: Holidays.NextWorkingDay(day));

        Prop.ForAll(cases.ToArbitrary(), row =>
            Day($"step + {row.count} working days - {row.count} working days", row.day) == row.day).Check(_config);
    }

    [Fact]
    public void A_rolled_date_outside_the_holidays_is_worked_and_outside_the_holidays()
    {
        // Holidays of two weeks every sixty days.
        var context = Context(default) with { IsSchoolHoliday = day => day.DayNumber % 60 < 14 };
        var cases = from day in AnyDay()
                    from roll in Gen.Elements("or next working day", "or previous working day")
                    select (day, roll);

        Prop.ForAll(cases.ToArbitrary(), row =>
        {
            var settled = Assert.Single(Read($"step {row.roll} avoiding school holidays").Evaluate(context with { Anchor = (_, _) => row.day })).Day;
            return Holidays.IsWorkingDay(settled) && settled.DayNumber % 60 >= 14;
        }).Check(_config);
    }

    static bool ReadsOrRefuses(string? text)
    {
        if (!DateExpression.TryParse(text, out var expression, out var problem))
            return problem.Position >= 0 && problem.Position <= (text?.Length ?? 0) && problem.FrenchMessage.Length > 0;

        return expression.Evaluate(Context(new DateOnly(2021, 12, 14))).Count is 1 or 4 or 12;
    }

    static Gen<DateOnly> AnyDay() => Gen.Choose(0, 60_000).Select(new DateOnly(1950, 1, 1).AddDays);

    static DateOnly Day(string text, DateOnly anchor) => Assert.Single(Read(text).Evaluate(Context(anchor))).Day;

    static DateContext Context(DateOnly anchor) => new(2022, (_, _) => anchor, _ => false);

    static DateExpression Read(string text) => DateExpression.TryParse(text, out var expression, out _) ? expression : throw new InvalidOperationException(text);
}
