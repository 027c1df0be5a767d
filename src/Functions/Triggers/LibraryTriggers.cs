using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Documents that are deposited and who may read any document; what the site says, and who asks to join by it.</summary>
public sealed class LibraryTriggers(EndpointTable table)
{
    [Function("DepositDocument")]
    public Task<IActionResult> DepositDocument([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/library/documents")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ReplaceDocument")]
    public Task<IActionResult> ReplaceDocument([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/library/documents/{document}/version")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("EditDocument")]
    public Task<IActionResult> EditDocument([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/library/documents/{document}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("WithdrawDocument")]
    public Task<IActionResult> WithdrawDocument([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/library/documents/{document}/withdraw")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RestoreDocument")]
    public Task<IActionResult> RestoreDocument([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/library/documents/{document}/restore")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetDiffusion")]
    public Task<IActionResult> SetDiffusion([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/documents/{document}/diffusion")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("PublishNews")]
    public Task<IActionResult> PublishNews([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/news")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("EditNews")]
    public Task<IActionResult> EditNews([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/news/{item}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("WithdrawNews")]
    public Task<IActionResult> WithdrawNews([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/news/{item}/withdraw")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("EditPage")]
    public Task<IActionResult> EditPage([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/pages/{page}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AcceptJoinRequest")]
    public Task<IActionResult> AcceptJoinRequest([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/join-requests/{join}/accept")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("DeclineJoinRequest")]
    public Task<IActionResult> DeclineJoinRequest([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/join-requests/{join}/decline")] HttpRequest request) => table.Run(request.HttpContext);
}
