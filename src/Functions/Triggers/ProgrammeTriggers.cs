using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>The programme, how its actions go, and the documents of the year.</summary>
public sealed class ProgrammeTriggers(EndpointTable table)
{
    [Function("PublishProgramme")]
    public Task<IActionResult> PublishProgramme([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/programme/publish")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetActionDates")]
    public Task<IActionResult> SetActionDates([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cycles/{year:int}/programme/{action}/dates")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ReportAction")]
    public Task<IActionResult> ReportAction([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/programme/{action}/report")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetSpeakers")]
    public Task<IActionResult> SetSpeakers([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cycles/{year:int}/programme/{action}/speakers")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("PlanActionMeeting")]
    public Task<IActionResult> PlanActionMeeting([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/programme/{action}/meeting")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("DeclineActionMeeting")]
    public Task<IActionResult> DeclineActionMeeting([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/programme/{action}/not-held")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ReachStage")]
    public Task<IActionResult> ReachStage([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/programme/{action}/stage")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetStudy")]
    public Task<IActionResult> SetStudy([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cycles/{year:int}/programme/{action}/study")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ApproveMinutes")]
    public Task<IActionResult> ApproveMinutes([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/documents/{document}/approve")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("DrawDocument")]
    public Task<IActionResult> DrawDocument([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/documents/{kind}/draw")] HttpRequest request) => table.Run(request.HttpContext);
}
