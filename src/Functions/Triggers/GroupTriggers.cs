using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Working groups, from the decision to launch one to the end of its work.</summary>
public sealed class GroupTriggers(EndpointTable table)
{
    [Function("LaunchGroup")]
    public Task<IActionResult> LaunchGroup([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/programme/{action}/launch")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("CarryGroupOver")]
    public Task<IActionResult> CarryGroupOver([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/programme/{action}/carry-over")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetGroup")]
    public Task<IActionResult> SetGroup([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/groups/{group}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("PlanLaunchMeeting")]
    public Task<IActionResult> PlanLaunchMeeting([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/groups/{group}/meeting")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("DeclineLaunchMeeting")]
    public Task<IActionResult> DeclineLaunchMeeting([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/groups/{group}/meeting/decline")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ReportGroup")]
    public Task<IActionResult> ReportGroup([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/groups/{group}/report")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("EndGroup")]
    public Task<IActionResult> EndGroup([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/groups/{group}/end")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ResumeGroup")]
    public Task<IActionResult> ResumeGroup([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/groups/{group}/resume")] HttpRequest request) => table.Run(request.HttpContext);
}
