using Almanach.Core;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Consultations.Secret;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Outcomes;

/// <summary>The result of a vote, once it is closed, and its ballots to count again.</summary>
internal static class ResultHandlers
{
    public static Task<IResult> Show(string token, Office office, HttpContext context) => Closed(token, office, context, async visit =>
    {
        var outcome = await office.Consultations.Outcome(visit.Consultation, context.RequestAborted);
        var plan = await office.Cycle.Find(visit.Consultation.Year, context.RequestAborted);
        return await PageResult.Of<ResultPage>(new Dictionary<string, object?>
        {
            [nameof(ResultPage.Visit)] = visit,
            [nameof(ResultPage.Result)] = outcome is null ? null : VoteResultView.Of(outcome, visit.Consultation.Template.Unit == AnswerUnit.Organisation),
            [nameof(ResultPage.Reasons)] = visit.Has(QuestionKind.Consent) ? SaidReason.Of(await office.Consultations.Answers(visit.Consultation.Id, context.RequestAborted)) : [],
            [nameof(ResultPage.Next)] = NextSteps.Of(visit, plan),
        });
    });

    public static Task<IResult> Ballots(string token, Office office, HttpContext context) => Published(token, office, context, (visit, outcome, table) =>
        PageResult.Of<BallotsPage>(new Dictionary<string, object?>
        {
            [nameof(BallotsPage.Visit)] = visit,
            [nameof(BallotsPage.Outcome)] = outcome,
            [nameof(BallotsPage.Table)] = table,
        }));

    public static Task<IResult> Csv(string token, Office office, HttpContext context) => Published(token, office, context, (_, _, table) =>
        Task.FromResult(Results.File(CsvText.Of(table), "text/csv; charset=utf-8", $"{table.Name}.csv")));

    /// <summary>Where the ballots may not be told, the result says why.</summary>
    private static Task<IResult> Published(string token, Office office, HttpContext context, Func<Visit, VoteOutcome, ExportTable, Task<IResult>> show) =>
        Closed(token, office, context, async visit => await office.Consultations.Outcome(visit.Consultation, context.RequestAborted) is { Result: not null } outcome
            && PublishedBallots.Refusal(outcome) is null
                ? await show(visit, outcome, PublishedBallots.Of($"bulletins-{visit.Consultation.Id}", outcome))
                : PageMapping.SeeOther($"{visit.Path}/resultat"));

    private static Task<IResult> Closed(string token, Office office, HttpContext context, Func<Visit, Task<IResult>> show) =>
        Door.Enter(office, token, context, async visit => !visit.IsVote ? Results.NotFound() : visit.IsOpen ? PageMapping.SeeOther(visit.Path) : await show(visit));
}
