using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Messages that have not left yet, and their texts.</summary>
public sealed class MessageTriggers(EndpointTable table)
{
    [Function("CancelMessage")]
    public Task<IActionResult> CancelMessage([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/messages/{message}/cancel")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ResumeMessage")]
    public Task<IActionResult> ResumeMessage([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/messages/{message}/resume")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("PauseMessage")]
    public Task<IActionResult> PauseMessage([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/messages/{message}/pause")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("StopMessage")]
    public Task<IActionResult> StopMessage([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/messages/{message}/stop")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AttachReceivedMail")]
    public Task<IActionResult> AttachReceivedMail([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/mail/{mail}/attach")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RecordReceivedMail")]
    public Task<IActionResult> RecordReceivedMail([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/mail/{mail}/record")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("FileReceivedMail")]
    public Task<IActionResult> FileReceivedMail([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/mail/{mail}/file")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ReopenReceivedMail")]
    public Task<IActionResult> ReopenReceivedMail([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/mail/{mail}/reopen")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SaveText")]
    public Task<IActionResult> SaveText([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/texts/{text}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RestoreText")]
    public Task<IActionResult> RestoreText([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/texts/{text}/restore")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("TryText")]
    public Task<IActionResult> TryText([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/texts/{text}/try")] HttpRequest request) => table.Run(request.HttpContext);
}
