using Almanach.Functions.Storage;
using Azure;

namespace Almanach.Functions.Tests.Storage;

public sealed class CommitFailuresTests
{
    [Theory]
    [InlineData(412, "UpdateConditionNotSatisfied", true, false)] // another version stands there
    [InlineData(412, "ConditionNotMet", true, false)]
    [InlineData(409, "EntityAlreadyExists", true, false)]
    [InlineData(404, "ResourceNotFound", true, false)] // a row to replace is gone
    [InlineData(404, "TableNotFound", false, false)] // nobody created the table: that must be heard
    [InlineData(409, "TableBeingDeleted", false, false)]
    [InlineData(400, "InvalidInput", false, false)] // a bug of ours
    [InlineData(403, "AuthorizationPermissionMismatch", false, false)] // a role is missing
    [InlineData(500, "InternalError", false, true)]
    [InlineData(500, "OperationTimedOut", false, true)]
    [InlineData(503, "ServerBusy", false, true)]
    [InlineData(408, "", false, true)]
    [InlineData(0, "", false, true)] // no answer at all
    public void An_answer_says_what_became_of_a_commit(int status, string code, bool conflict, bool unclear)
    {
        var failure = new RequestFailedException(status, "", code, null);

        Assert.Equal(conflict, CommitFailures.IsConflict(failure));
        Assert.Equal(unclear, CommitFailures.IsUnclear(failure, CancellationToken.None));
    }

    [Fact]
    public void A_broken_connection_leaves_the_outcome_open()
    {
        Assert.True(CommitFailures.IsUnclear(new IOException(), CancellationToken.None));
        Assert.True(CommitFailures.IsUnclear(new HttpRequestException(), CancellationToken.None));
        Assert.True(CommitFailures.IsUnclear(new TaskCanceledException(), CancellationToken.None));
        Assert.True(CommitFailures.IsUnclear(new AggregateException(new IOException(), new TaskCanceledException()), CancellationToken.None));
        Assert.False(CommitFailures.IsUnclear(new AggregateException(new IOException(), new InvalidOperationException()), CancellationToken.None));
    }

    [Fact]
    public void Who_stopped_waiting_is_not_told_of_an_open_outcome() =>
        Assert.False(CommitFailures.IsUnclear(new TaskCanceledException(), new CancellationToken(canceled: true)));
}
