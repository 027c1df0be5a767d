using Azure;
using Azure.Data.Tables.Models;

namespace Almanach.Functions.Storage;

/// <summary>What the failure of a transaction says about what became of it.</summary>
internal static class CommitFailures
{
    /// <summary>Nothing was written, because a row is not as the commit expects it.</summary>
    public static bool IsConflict(RequestFailedException failure) =>
        failure.Status == 412
        || (failure.Status == 409 && failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
        || IsAbsence(failure);

    /// <summary>Nothing was written, because a row it replaces or deletes does not exist.</summary>
    public static bool IsAbsence(RequestFailedException failure) =>
        failure.Status == 404 && (failure.ErrorCode == TableErrorCode.ResourceNotFound || failure.ErrorCode == TableErrorCode.EntityNotFound);

    /// <summary>It may have taken place or not, or may still: the connection broke, time ran out, the service failed.</summary>
    public static bool IsUnclear(Exception failure, CancellationToken stop) => failure switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        IOException or HttpRequestException or TimeoutException => true,
        OperationCanceledException => !stop.IsCancellationRequested,
        AggregateException many => many.InnerExceptions.All(one => IsUnclear(one, stop)),
        _ => false,
    };
}
