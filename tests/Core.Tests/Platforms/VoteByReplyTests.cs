using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Platforms;

/// <summary>Which votes a platform may have read in replies to mails.</summary>
public sealed class VoteByReplyTests
{
    private const string Json = "platform.json";

    [Theory]
    [InlineData("\"blank\": true, \"byReply\": true", "choice", false)]
    [InlineData("\"blank\": true, \"byReply\": true, \"secret\": true", "choice", true)]
    [InlineData("\"blank\": true, \"byReply\": true", "grades", true)]
    [InlineData("\"blank\": true, \"byReply\": true", "ranking", true)]
    public void A_simple_vote_may_a_secret_one_or_grades_and_ranks_may_not(string rules, string kind, bool refused)
    {
        var files = Folders.Exemple();
        files.Write(Json, files.Text(Json).Replace("\"blank\": true", rules, StringComparison.Ordinal).Replace("\"kind\": \"choice\"", $"\"kind\": \"{kind}\"", StringComparison.Ordinal));

        var reading = PlatformFolder.Read(files);

        Assert.Equal(refused, reading.Problems.Any(problem => problem.Place == "/consultations/1/vote/byReply"));
        Assert.Equal(!refused, reading.Loaded is not null);
    }
}
