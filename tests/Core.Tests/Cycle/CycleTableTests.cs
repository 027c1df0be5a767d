using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using static Almanach.Core.Tests.Cycle.Plans;

namespace Almanach.Core.Tests.Cycle;

/// <summary>Every command on a step in every state; the step is a vote from day 26 to day 36.</summary>
public sealed class CycleTableTests
{
    [Theory]
    // Planned, two days before its day, what it needs done.
    [InlineData("planned", "open", "Open")] // the coordinator may open early
    [InlineData("planned", "close", "NotNow")] // nothing is open
    [InlineData("planned", "skip", "Skipped")]
    [InlineData("planned", "reopen", "NotNow")] // it has not been
    [InlineData("planned", "move", "Postponed")]
    [InlineData("planned", "start", "Open")] // its timer
    [InlineData("planned", "end", "done")] // a timer of dates it no longer has
    [InlineData("planned", "hold", "done")]
    // Postponed: as planned.
    [InlineData("postponed", "open", "Open")]
    [InlineData("postponed", "close", "NotNow")]
    [InlineData("postponed", "skip", "Skipped")]
    [InlineData("postponed", "reopen", "NotNow")]
    [InlineData("postponed", "move", "Postponed")]
    [InlineData("postponed", "start", "Open")]
    [InlineData("postponed", "end", "done")]
    [InlineData("postponed", "hold", "done")]
    // Waiting: its day has come, the coordinator has to open it.
    [InlineData("waiting", "open", "Open")]
    [InlineData("waiting", "close", "NotNow")]
    [InlineData("waiting", "skip", "Skipped")]
    [InlineData("waiting", "reopen", "NotNow")]
    [InlineData("waiting", "move", "Postponed")] // and waits no more
    [InlineData("waiting", "start", "Open")] // what it waited for is done
    [InlineData("waiting", "end", "done")]
    [InlineData("waiting", "hold", "done")]
    // Held back with a reason: only the coordinator opens it.
    [InlineData("held", "open", "Open")]
    [InlineData("held", "close", "NotNow")]
    [InlineData("held", "skip", "Skipped")]
    [InlineData("held", "reopen", "NotNow")]
    [InlineData("held", "move", "Postponed")] // with new dates it may start by itself again
    [InlineData("held", "start", "done")] // a late timer does not override the reason
    [InlineData("held", "end", "done")]
    [InlineData("held", "hold", "done")]
    // Open.
    [InlineData("open", "open", "done")] // the button pressed twice
    [InlineData("open", "close", "Closed")]
    [InlineData("open", "skip", "NotNow")] // it has begun: it can be closed
    [InlineData("open", "reopen", "done")]
    [InlineData("open", "move", "Invalid")] // its start is past
    [InlineData("open", "start", "done")]
    [InlineData("open", "end", "Closed")]
    [InlineData("open", "hold", "Planned")] // there is nothing to vote on: back to waiting
    // Closed.
    [InlineData("closed", "open", "NotNow")] // « Rouvrir » is the word
    [InlineData("closed", "close", "done")]
    [InlineData("closed", "skip", "NotNow")]
    [InlineData("closed", "reopen", "Open")]
    [InlineData("closed", "move", "Invalid")]
    [InlineData("closed", "start", "done")]
    [InlineData("closed", "end", "done")]
    [InlineData("closed", "hold", "done")]
    // Skipped.
    [InlineData("skipped", "open", "NotNow")]
    [InlineData("skipped", "close", "NotNow")]
    [InlineData("skipped", "skip", "done")]
    [InlineData("skipped", "reopen", "Planned")] // before its day: in the calendar again, nobody is mailed
    [InlineData("skipped", "move", "Invalid")]
    [InlineData("skipped", "start", "done")]
    [InlineData("skipped", "end", "done")]
    [InlineData("skipped", "hold", "done")]
    public void A_command_on_a_step(string state, string command, string expected)
    {
        var plan = Year().Done("collecte", "regroupement").With("vote", step => In(state, step));

        var decision = CycleRules.Decide(plan, Command(command));

        Assert.Equal(expected, Outcome(decision, "vote"));
    }

    [Theory]
    [InlineData("collecte", 9, "reopen")] // nothing to reopen
    [InlineData("collecte", 9, "close")] // nothing to close
    [InlineData("collecte", 21, "open")] // too late: its end is past
    [InlineData("inconnue", 9, "open")] // no such step
    [InlineData("convocation", 31, "open")] // its meeting is past
    [InlineData("copil", 41, "open")] // it is over
    [InlineData("copil", 41, "skip")] // it is over
    public void A_refusal_says_what_to_do_next(string step, double day, string command)
    {
        var plan = Year().Done("copil");

        var refused = Assert.IsType<Decision<YearPlan>.Refused>(CycleRules.Decide(plan, Command(command, step, Day(day))));

        Assert.EndsWith(".", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Matches("(Ouvrez|ouvrez|Déplacez|utilisez|Sautez|sautez|clore|rouvrir|n’a pas d’étape)", refused.Refusal.Message);
    }

    [Fact]
    public void A_document_that_rests_on_a_committee_called_off_waits_for_the_coordinator()
    {
        var plan = Accepted(Year(), new CycleCommand.Skip("copil", "grève", Day(35), "coordination")).State;

        var accepted = Accepted(plan, new CycleCommand.StartsNow("programme", Day(50)));

        var programme = accepted.State.Find("programme")!;
        Assert.Equal((StepState.Planned, true), (programme.State, programme.Waiting));
        Assert.Contains("rien n’a été décidé", programme.Held);
        Assert.DoesNotContain(accepted.Effects, effect => effect is Effect.DrawUp);
        Assert.Contains(Accepted(accepted.State, new CycleCommand.Open("programme", Day(51), "coordination")).Effects, effect => effect is Effect.DrawUp);
    }

    [Fact]
    public void There_are_no_minutes_of_a_committee_called_off()
    {
        var minutes = Step("compte-rendu", 44, null, new StepWork.Publish(DocumentKind.CompteRendu, "copil"), needs: ["copil"]);
        var plan = Accepted(Year() with { Steps = [.. Year().Steps, minutes] }, new CycleCommand.Skip("copil", "grève", Day(35), "coordination")).State;

        var accepted = Accepted(plan, new CycleCommand.StartsNow("compte-rendu", Day(44)));

        Assert.Equal(StepState.Skipped, accepted.State.Find("compte-rendu")!.State);
        Assert.IsType<Decision<YearPlan>.Refused>(CycleRules.Decide(plan, new CycleCommand.Open("compte-rendu", Day(43), "coordination")));
    }

    [Fact]
    public void A_follower_opens_in_the_decision_that_closes_what_it_waited_for()
    {
        var plan = Year().Done("collecte")
            .With("regroupement", step => step with { State = StepState.Open })
            .With("vote", step => step with { Waiting = true });

        var accepted = Accepted(plan, new CycleCommand.Close("regroupement", Day(27), "coordination"));

        Assert.Equal(StepState.Open, accepted.State.Find("vote")!.State);
        Assert.Contains(accepted.Effects, effect => effect is Effect.TellAuthors);
        Assert.Contains(accepted.Effects, effect => effect is Effect.OpenConsultation { Template: "vote" });
    }

    [Fact]
    public void A_follower_whose_end_has_passed_meanwhile_is_not_opened_for_nobody()
    {
        var plan = Year().Done("collecte")
            .With("regroupement", step => step with { State = StepState.Open })
            .With("vote", step => step with { Waiting = true });

        var accepted = Accepted(plan, new CycleCommand.Close("regroupement", Day(37), "coordination"));

        var vote = accepted.State.Find("vote")!;
        Assert.Equal((StepState.Planned, true), (vote.State, vote.Waiting));
        Assert.Contains("nouvelles dates", vote.Held, StringComparison.Ordinal);
        Assert.DoesNotContain(accepted.Effects, effect => effect is Effect.OpenConsultation);
    }

    [Theory]
    [InlineData("vote", 30, StepState.Open)] // the host was down for four days of the window
    [InlineData("vote", 36, StepState.Planned)] // for all of it: it waits for the coordinator
    [InlineData("convocation", 39, StepState.Closed)]
    [InlineData("convocation", 40, StepState.Skipped)] // the meeting has begun
    public void A_timer_that_comes_late_invites_nobody_to_what_is_over(string step, double performed, StepState expected)
    {
        var plan = Year().Done("collecte", "regroupement");

        var accepted = Accepted(plan, new CycleCommand.StartsNow(step, plan.Find(step)!.Starts, Day(performed)));

        Assert.Equal(expected, accepted.State.Find(step)!.State);
        Assert.Equal(expected is StepState.Open or StepState.Closed, accepted.Effects.Any(effect => effect is Effect.OpenConsultation or Effect.Convene));
    }

    [Fact]
    public void Nobody_is_convened_to_a_meeting_that_was_skipped()
    {
        var plan = Accepted(Year(), new CycleCommand.Skip("copil", "report", Day(20), "coordination")).State;

        var accepted = Accepted(plan, new CycleCommand.StartsNow("convocation", Day(30)));

        Assert.Equal(StepState.Skipped, accepted.State.Find("convocation")!.State);
        Assert.Empty(accepted.Effects);
    }

    [Fact]
    public void A_document_skipped_by_mistake_is_drawn_up_when_it_is_taken_up_again()
    {
        var plan = Year().Done("copil").With("programme", step => step with { State = StepState.Skipped });

        var accepted = Accepted(plan, new CycleCommand.Reopen("programme", null, Day(51), "coordination"));

        Assert.Equal(StepState.Closed, accepted.State.Find("programme")!.State);
        Assert.Contains(accepted.Effects, effect => effect is Effect.DrawUp);
    }

    [Theory]
    [InlineData(36, "Planned")] // the end it had
    [InlineData(26, "Invalid")] // the very start
    [InlineData(20, "Invalid")] // before it
    public void A_step_skipped_by_mistake_gets_an_end_that_comes_after_its_start(double end, string expected)
    {
        var plan = Year().With("vote", step => step with { State = StepState.Skipped });

        Assert.Equal(expected, Outcome(CycleRules.Decide(plan, new CycleCommand.Reopen("vote", Day(end), Day(15), "coordination")), "vote"));
    }

    [Fact]
    public void What_was_done_in_one_go_does_not_stay_open_when_reopened()
    {
        var plan = Year().Done("programme");

        var decision = CycleRules.Decide(plan, new CycleCommand.Reopen("programme", null, Day(51), "coordination"));

        Assert.Equal("NotNow", Outcome(decision, "programme"));
    }

    [Fact]
    public void A_meeting_moved_there_and_back_tells_its_members_each_time()
    {
        var plan = Year().Done("convocation");
        var there = Accepted(plan, new CycleCommand.Move("copil", [new("copil", Day(42), null)], Day(31), "coordination"));
        var back = Accepted(there.State, new CycleCommand.Move("copil", [new("copil", Day(40), null)], Day(32), "coordination"));
        var again = Accepted(back.State, new CycleCommand.Move("copil", [new("copil", Day(42), null)], Day(33), "coordination"));

        var keys = new[] { there, back, again }.SelectMany(accepted => accepted.Effects.OfType<Effect.TellNewDate>()).Select(effect => effect.Key);

        Assert.Equal(3, keys.Distinct().Count());
    }

    [Theory]
    [InlineData(42)]
    [InlineData(40)] // the date it has
    public void A_date_that_was_put_to_people_is_announced_once_and_what_becomes_of_it_is_told(double day)
    {
        var move = new CycleCommand.Move("copil", [new("copil", Day(day), null)], Day(12), "coordination", Announce: true);
        var fixedAt = Accepted(Year(), move);
        var moved = Accepted(fixedAt.State, new CycleCommand.Move("copil", [new("copil", Day(43), null)], Day(13), "coordination"));
        var skipped = Accepted(fixedAt.State, new CycleCommand.Skip("copil", "grève", Day(13), "coordination"));
        var convened = Accepted(Year().Done("convocation"), move with { Dates = [new("copil", Day(41), null)], Now = Day(31) });

        Assert.IsType<Decision<YearPlan>.AlreadyDone>(CycleRules.Decide(fixedAt.State, move));
        Assert.Single(fixedAt.Effects.OfType<Effect.AnnounceDate>());
        Assert.Equal((Day(day), true), (fixedAt.State.Find("copil")!.Starts, fixedAt.State.Find("copil")!.Announced));
        Assert.Contains(moved.Effects, effect => effect is Effect.TellNewDate { Meeting: "2022-copil" });
        Assert.Contains(skipped.Effects, effect => effect is Effect.CancelMeeting { Meeting: "2022-copil" });
        Assert.DoesNotContain(convened.Effects, effect => effect is Effect.AnnounceDate); // they are told that it moves
    }

    [Fact]
    public void The_date_of_a_meeting_that_has_begun_is_announced_to_nobody()
    {
        var plan = Year().With("copil", step => step with { State = StepState.Open });

        var refused = CycleRules.Decide(plan, new CycleCommand.Move("copil", [new("copil", Day(50), null)], Day(41), "coordination", Announce: true));

        Assert.Equal(Why.NotNow, Assert.IsType<Decision<YearPlan>.Refused>(refused).Refusal.Why);
    }

    [Fact]
    public void Convened_a_second_time_though_its_convocation_was_skipped_people_hear_when_it_moves()
    {
        var plan = Year().With("convocation", step => step with { State = StepState.Skipped }).With("copil", step => step with { State = StepState.Open });

        var again = Accepted(plan, new CycleCommand.ConveneAgain("copil", Day(50), Day(41), "coordination"));
        var moved = Accepted(again.State, new CycleCommand.Move("copil", [new("copil", Day(52), null)], Day(42), "coordination"));

        Assert.Contains(moved.Effects, effect => effect is Effect.TellNewDate);
    }

    [Fact]
    public void A_meeting_called_off_tells_those_convened_and_asks_nobody_any_more_whether_they_come()
    {
        var plan = new YearPlan(2022, [.. Year().Steps, Step("presence", 31, 38, new StepWork.Consult("presence"), needs: ["convocation"])])
            .Done("convocation").With("presence", step => step with { State = StepState.Open });

        var skipped = Accepted(plan, new CycleCommand.Skip("copil", "grève", Day(33), "coordination"));
        var restored = Accepted(skipped.State, new CycleCommand.Reopen("copil", null, Day(34), "coordination"));

        Assert.Equal(StepState.Closed, skipped.State.Find("presence")!.State);
        Assert.Contains(skipped.Effects, effect => effect is Effect.CancelMeeting { Meeting: "2022-copil" });
        Assert.Contains(skipped.Effects, effect => effect is Effect.CloseConsultation { Consultation: "2022-presence" });
        Assert.Equal(StepState.Planned, restored.State.Find("copil")!.State);
        Assert.Contains(restored.Effects, effect => effect is Effect.RestoreMeeting { Meeting: "2022-copil" });
    }

    [Fact]
    public void A_meeting_nobody_was_convened_to_is_called_off_in_silence_unless_its_date_was_put_to_people()
    {
        var skipped = Accepted(Year(), new CycleCommand.Skip("copil", "", Day(20), "coordination"));

        Assert.Equal([typeof(Effect.Note), typeof(Effect.CancelMeeting)], skipped.Effects.Select(effect => effect.GetType()));
        Assert.True(Assert.IsType<Effect.CancelMeeting>(skipped.Effects[1]).Asked);
    }

    [Theory]
    [InlineData("vote", "2022-themes")] // through the consolidation
    [InlineData("regroupement", null)] // what comes late can still be grouped
    [InlineData("copil", null)] // it needs no consultation
    public void A_step_that_uses_answers_ends_the_late_ones(string step, string? consultation)
    {
        var opened = Accepted(Year().Done("collecte").With("regroupement", other => step == "regroupement" ? other : other with { State = StepState.Closed }),
            new CycleCommand.StartsNow(step, Day(40)) is var start && step == "copil" ? start : new CycleCommand.Open(step, Day(24), "coordination"));

        Assert.Equal(consultation, opened.Effects.OfType<Effect.SettleConsultation>().SingleOrDefault()?.Consultation);
    }

    [Fact]
    public void Late_answers_are_taken_until_the_next_step_that_uses_them()
    {
        Assert.Equal("vote", StepEffects.NextUse(Year().Done("collecte"), "themes")?.Id);
        Assert.Null(StepEffects.NextUse(Year().Done("collecte").Done("vote"), "themes"));
    }

    [Fact]
    public void A_platform_opened_in_the_middle_of_its_year_starts_nothing_that_is_past()
    {
        var plan = CycleRules.Begin(Year(), Day(22));

        Assert.Equal(StepState.Skipped, plan.Find("collecte")!.State);
        Assert.True(plan.Find("regroupement") is { State: StepState.Planned, Waiting: true, Held: not null });
        Assert.True(plan.Find("vote") is { State: StepState.Planned, Waiting: false, Held: null });
        Assert.All(CycleTimers.Of(plan, new PlatformZone("Europe/Paris")), timer => Assert.True(timer.Due >= Day(22)));
    }

    internal static string Outcome(Decision<YearPlan> decision, string step) => decision switch
    {
        Decision<YearPlan>.Accepted accepted => accepted.State.Find(step)!.State.ToString(),
        Decision<YearPlan>.Refused refused => refused.Refusal.Why.ToString(),
        _ => "done",
    };

    private static Decision<YearPlan>.Accepted Accepted(YearPlan plan, CycleCommand command) =>
        Assert.IsType<Decision<YearPlan>.Accepted>(CycleRules.Decide(plan, command));

    private static Step In(string state, Step step) => state switch
    {
        "planned" => step,
        "postponed" => step with { State = StepState.Postponed, Was = Day(23) },
        "waiting" => step with { Waiting = true },
        "held" => step with { Waiting = true, Held = "Aucun thème." },
        "open" => step with { State = StepState.Open, OpenedAt = step.Starts },
        "closed" => step with { State = StepState.Closed, ClosedAt = Day(24) },
        _ => step with { State = StepState.Skipped, ClosedAt = Day(24) },
    };

    private static CycleCommand Command(string command, string step = "vote", DateTimeOffset? at = null)
    {
        var now = at ?? Day(24);
        return command switch
        {
            "open" => new CycleCommand.Open(step, now, "coordination"),
            "close" => new CycleCommand.Close(step, now, "coordination"),
            "skip" => new CycleCommand.Skip(step, "raison", now, "coordination"),
            "reopen" => new CycleCommand.Reopen(step, null, now, "coordination"),
            "move" => new CycleCommand.Move(step, [new(step, Day(60), Day(70))], now, "coordination"),
            "start" => new CycleCommand.StartsNow(step, at ?? Day(26)),
            "end" => new CycleCommand.EndsNow(step, at ?? Day(36)),
            _ => new CycleCommand.HoldBack(step, "Aucun thème.", now),
        };
    }
}
