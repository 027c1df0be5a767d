using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>From the date of a meeting to its decisions.</summary>
public sealed class MeetingTriggers(EndpointTable table)
{
    [Function("ScheduleMeeting")]
    public Task<IActionResult> ScheduleMeeting([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/meetings/{meeting}/dates")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("FixMeetingDate")]
    public Task<IActionResult> FixMeetingDate([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/meetings/{meeting}/date")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ConveneCommittee")]
    public Task<IActionResult> ConveneCommittee([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/committee/convene")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ArrangeMeeting")]
    public Task<IActionResult> ArrangeMeeting([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/meetings/{meeting}/arrangement")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ConveneAgain")]
    public Task<IActionResult> ConveneAgain([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/meetings/{meeting}/second")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("TakeCalendarReply")]
    public Task<IActionResult> TakeCalendarReply([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/meetings/{meeting}/replies")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetRegistration")]
    public Task<IActionResult> SetRegistration([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/meetings/{meeting}/registration")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RegisterPerson")]
    public Task<IActionResult> RegisterPerson([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/meetings/{meeting}/registrations")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("WithdrawRegistration")]
    public Task<IActionResult> WithdrawRegistration([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/meetings/{meeting}/registrations/{registration}/withdraw")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RecordAttendance")]
    public Task<IActionResult> RecordAttendance([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/meetings/{meeting}/attendance")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RecordDecisions")]
    public Task<IActionResult> RecordDecisions([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/meetings/{meeting}/decisions")] HttpRequest request) => table.Run(request.HttpContext);
}
