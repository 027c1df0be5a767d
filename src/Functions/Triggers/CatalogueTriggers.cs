using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>The catalogue of studies and sources.</summary>
public sealed class CatalogueTriggers(EndpointTable table)
{
    [Function("AddCatalogueEntry")]
    public Task<IActionResult> AddCatalogueEntry([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetCatalogueEntry")]
    public Task<IActionResult> SetCatalogueEntry([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/catalogue/{entry}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("WithdrawCatalogueEntry")]
    public Task<IActionResult> WithdrawCatalogueEntry([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue/{entry}/withdraw")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RestoreCatalogueEntry")]
    public Task<IActionResult> RestoreCatalogueEntry([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue/{entry}/restore")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ConfirmCatalogueEntry")]
    public Task<IActionResult> ConfirmCatalogueEntry([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue/{entry}/confirm")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ImportCatalogue")]
    public Task<IActionResult> ImportCatalogue([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue-imports")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AcceptCatalogueProposal")]
    public Task<IActionResult> AcceptCatalogueProposal([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue-proposals/{proposal}/accept")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetAsideCatalogueProposal")]
    public Task<IActionResult> SetAsideCatalogueProposal([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue-proposals/{proposal}/set-aside")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SettleCatalogueError")]
    public Task<IActionResult> SettleCatalogueError([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue-errors/{error}/settle")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("AnswerCatalogueNeed")]
    public Task<IActionResult> AnswerCatalogueNeed([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue-needs/{need}/answer")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ProposeCatalogueNeed")]
    public Task<IActionResult> ProposeCatalogueNeed([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/catalogue-needs/{need}/propose")] HttpRequest request) => table.Run(request.HttpContext);
}
