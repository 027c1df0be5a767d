using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>From the collection of themes to the vote on them.</summary>
public sealed class ThemeTriggers(EndpointTable table)
{
    [Function("OpenThemeCollection")]
    public Task<IActionResult> OpenThemeCollection([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/themes/open")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ProposeTheme")]
    public Task<IActionResult> ProposeTheme([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/themes")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("ShowProposal")]
    public Task<IActionResult> ShowProposal([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/proposals/{proposal}/show")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SetProposalAside")]
    public Task<IActionResult> SetProposalAside([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/proposals/{proposal}/set-aside")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("CloseThemeCollection")]
    public Task<IActionResult> CloseThemeCollection([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/themes/close")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("OpenConsolidation")]
    public Task<IActionResult> OpenConsolidation([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/consolidation/open")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("MergeThemes")]
    public Task<IActionResult> MergeThemes([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/themes/{theme}/merge")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("SplitTheme")]
    public Task<IActionResult> SplitTheme([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/themes/{theme}/split")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("EditTheme")]
    public Task<IActionResult> EditTheme([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cycles/{year:int}/themes/{theme}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("CloseConsolidation")]
    public Task<IActionResult> CloseConsolidation([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/consolidation/close")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("OpenVote")]
    public Task<IActionResult> OpenVote([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/vote/open")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("CloseVote")]
    public Task<IActionResult> CloseVote([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/vote/close")] HttpRequest request) => table.Run(request.HttpContext);
}
