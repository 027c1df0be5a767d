using System.Globalization;
using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Consultations;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Mail.Asks;

public sealed class AskRulesTests
{
    static readonly DateOnly _monday = new(2022, 3, 7);

    [Theory]
    [InlineData(0, 7, 14, true)] // nothing was asked before
    [InlineData(1, 7, 14, false)] // yesterday: too soon
    [InlineData(6, 7, 14, false)] // six days ago: within the week
    [InlineData(7, 7, 14, true)] // a week ago, an earlier wave
    [InlineData(7, 7, 7, false)] // the same wave is asked once, however long ago
    [InlineData(30, 7, 7, false)]
    [InlineData(5, 5, 14, true)] // a platform that allows five days
    public void A_person_is_asked_again(int daysAgo, int daysBetween, int waveBefore, bool asked)
    {
        var before = daysAgo == 0 ? [] : new[] { AskDay.Of(_monday.AddDays(-daysAgo), [Ask("c-1", "themes", waveBefore)]) };

        var merged = AskRules.Merge([Ask("c-1", "themes", 7)], before, _monday, daysBetween);

        Assert.Equal(asked, merged.Count == 1);
    }

    [Theory]
    [InlineData(20, true, AskRules.First)] // before the first reminder only who got no invitation is asked
    [InlineData(20, false, 0)]
    [InlineData(5, true, 7)] // then like anybody else
    [InlineData(5, false, 7)]
    [InlineData(-1, true, 0)] // after the close nobody is
    public void Whoever_got_no_invitation_is_asked_on_the_first_morning(int daysLeft, bool fresh, int wave)
    {
        var zone = new PlatformZone("Europe/Paris");
        var consultation = Questions.Of(QuestionKind.Choice) with { Opened = zone.At(_monday.AddDays(-30), new TimeOnly(9, 0)), Closes = zone.EndOf(_monday.AddDays(daysLeft)) };
        var asking = new Asking(consultation, [new AudienceMember("c-1", "o-1", new Dictionary<string, IReadOnlyList<string>>())], new Dictionary<string, DateOnly>(), null)
        {
            Fresh = fresh ? new HashSet<string> { "c-1" } : new HashSet<string>(),
        };

        Assert.Equal(wave == 0 ? [] : [wave], AskRules.Of(asking, _monday, zone).Select(ask => ask.Wave));
    }

    [Fact]
    public void All_that_is_asked_of_one_person_is_one_mail()
    {
        var merged = AskRules.Merge([Ask("c-2", "themes", 7), Ask("c-1", "vote", 7), Ask("c-2", "vote", 7)], [], _monday, 7);

        Assert.Equal([("c-1", 1), ("c-2", 2)], merged.Select(group => (group.Key, group.Count())));
    }

    [Fact]
    public void Over_any_year_nobody_is_asked_twice_within_the_days_nor_a_wave_twice()
    {
        var mornings = (from contacts in Gen.Choose(1, 6).ArrayOf(8)
                        from subjects in Gen.Elements("themes", "vote", "presence").ArrayOf(8)
                        from waves in Gen.Elements(14, 7, 2).ArrayOf(8)
                        select Enumerable.Range(0, 8).Select(i => Ask($"c-{contacts[i]}", subjects[i], waves[i])).ToArray()).ArrayOf(60);

        Prop.ForAll(mornings.ToArbitrary(), Gen.Choose(1, 10).ToArbitrary(), (due, daysBetween) =>
        {
            List<AskDay> days = [];
            for (var i = 0; i < due.Length; i++)
            {
                var day = _monday.AddDays(i);
                days.Add(AskDay.Of(day, AskRules.Merge(due[i].Distinct(), days, day, daysBetween).SelectMany(group => group)));
            }

            var asked = days.SelectMany(day => day.Asked.Select(once => (day.Day, once))).ToList();
            Assert.Equal(asked.Select(one => one.once).Distinct().Count(), asked.Count);
            foreach (var person in asked.GroupBy(one => one.once.Contact))
            {
                var itsDays = person.Select(one => one.Day).Distinct().Order().ToList();
                Assert.All(itsDays.Zip(itsDays.Skip(1)), pair => Assert.True(pair.Second.DayNumber - pair.First.DayNumber >= daysBetween));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void The_asks_of_ten_thousand_people_fit_one_record()
    {
        var day = AskDay.Of(_monday, Enumerable.Range(0, 10_000).SelectMany(i => new[] { Ask($"contact-{i:D6}", "2022-themes", 14), Ask($"contact-{i:D6}", "2022-vote", 7) }));

        StoreLimits.Check(AskDay.Partition, [new Change.Insert(AskDay.Key(_monday), Stored.Write(day))]);

        Assert.Equal(20_000, Stored.Read<AskDay>(Stored.Write(day)).Asked.Count());
    }

    [Theory]
    [InlineData("2021-10-14T16:00Z", "Répondez jusqu’au jeudi\u00A014\u00A0octobre 2021 à 18\u00A0h (aujourd’hui).")]
    [InlineData("2021-10-14T22:00Z", "Répondez jusqu’au jeudi\u00A014\u00A0octobre 2021 (aujourd’hui).")] // midnight in Paris
    public void A_reminder_says_at_which_hour_a_consultation_closes(string closes, string sentence)
    {
        var question = Questions.Of(QuestionKind.Proposals);
        var open = question with { Closes = DateTimeOffset.Parse(closes, CultureInfo.InvariantCulture), Template = question.Template with { Reminder = "Répondez jusqu’au [clôture]." } };
        var waiting = new Asking(open, [new AudienceMember("c-1", "caf", new Dictionary<string, IReadOnlyList<string>>())], new Dictionary<string, DateOnly>(), null);

        var ask = Assert.Single(AskRules.Of(waiting, new DateOnly(2021, 10, 14), new PlatformZone("Europe/Paris")));

        Assert.Equal(sentence, ask.Sentence);
    }

    static Ask Ask(string contact, string subject, int wave) => new(contact, "caf", subject, wave, "Titre", "Phrase.", _monday.AddDays(wave));
}
