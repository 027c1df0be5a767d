using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Organisations and people.</summary>
public sealed class NetworkTriggers(EndpointTable table)
{
    [Function("ImportMembers")]
    public Task<IActionResult> ImportMembers([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/imports")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AddOrganisation")]
    public Task<IActionResult> AddOrganisation([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/organisations")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SaveOrganisation")]
    public Task<IActionResult> SaveOrganisation([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/organisations/{organisation}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AddContact")]
    public Task<IActionResult> AddContact([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/contacts")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SaveContact")]
    public Task<IActionResult> SaveContact([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/contacts/{contact}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("InviteContact")]
    public Task<IActionResult> InviteContact([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/contacts/{contact}/invite")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetContactMessages")]
    public Task<IActionResult> SetContactMessages([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/contacts/{contact}/messages")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetContactNewsletters")]
    public Task<IActionResult> SetContactNewsletters([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/contacts/{contact}/newsletters")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RemoveSubscriber")]
    public Task<IActionResult> RemoveSubscriber([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsletters/{newsletter}/subscribers/remove")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RetryAddress")]
    public Task<IActionResult> RetryAddress([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/contacts/{contact}/retry-address")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("NoteDeparture")]
    public Task<IActionResult> NoteDeparture([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/contacts/{contact}/leave")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AcceptSuccession")]
    public Task<IActionResult> AcceptSuccession([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/successions/{succession}/accept")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SettleSuccession")]
    public Task<IActionResult> SettleSuccession([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/successions/{succession}/settle")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ErasePerson")]
    public Task<IActionResult> ErasePerson([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/contacts/{contact}/erase")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AcceptDataRequest")]
    public Task<IActionResult> AcceptDataRequest([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/data-requests/{demand}/accept")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SettleDataRequest")]
    public Task<IActionResult> SettleDataRequest([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/data-requests/{demand}/settle")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RecordTerms")]
    public Task<IActionResult> RecordTerms([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/bodies/{body}/terms")] HttpRequest request) => table.Run(request.HttpContext);
}
