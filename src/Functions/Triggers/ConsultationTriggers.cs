using Almanach.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>Any consultation of the calendar, and answers given by telephone.</summary>
public sealed class ConsultationTriggers(EndpointTable table)
{
    [Function("SendConsultation")]
    public Task<IActionResult> SendConsultation([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/consultations/{consultation}/open")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("RecordAnswer")]
    public Task<IActionResult> RecordAnswer([HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/consultations/{consultation}/answers/{unit}")] HttpRequest request) => table.Run(request.HttpContext);

    [Function("CloseConsultation")]
    public Task<IActionResult> CloseConsultation([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cycles/{year:int}/consultations/{consultation}/close")] HttpRequest request) => table.Run(request.HttpContext);
}
