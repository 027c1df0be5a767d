using Almanach.Core;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations;

/// <summary>The result of a vote, once it is closed.</summary>
internal static class ResultHandlers
{
    public static Task<IResult> Show(string token, Office office, HttpContext context) =>
        Door.Enter(office, token, context, async visit =>
        {
            if (visit.Questions.FirstOrDefault(question => question.Kind == QuestionKind.Grades) is not { } question)
                return Results.NotFound();
            if (visit.IsOpen)
                return PageMapping.SeeOther(visit.Path);
            var answers = await office.Consultations.Answers(visit.Consultation.Id, context.RequestAborted);
            var plan = await office.Cycle.Find(visit.Consultation.Year, context.RequestAborted);
            return await PageResult.Of<ResultPage>(new Dictionary<string, object?>
            {
                [nameof(ResultPage.Visit)] = visit,
                [nameof(ResultPage.Result)] = VoteResultView.Of(visit.Consultation, question, answers),
                [nameof(ResultPage.Next)] = NextSteps.Of(visit, plan),
            });
        });
}
