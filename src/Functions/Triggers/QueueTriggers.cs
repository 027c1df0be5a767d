using Almanach.Core;
using Almanach.Core.Engine;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Triggers;

/// <summary>
/// What is due now. A message names a partition; one that fails comes back by itself, and after five times goes to the poison
/// queue, which every tick looks through (<see cref="PoisonWatch"/>).
/// </summary>
public sealed class QueueTriggers(Office office)
{
    [Function("DoWork")]
    public Task DoWork([QueueTrigger(WorkQueues.Work)] string message, CancellationToken stop) => office.Worker.Handle(message, stop);

    [Function("DeliverMail")]
    public Task DeliverMail([QueueTrigger(WorkQueues.Mail)] string message, CancellationToken stop) => office.Worker.Handle(message, stop);
}
