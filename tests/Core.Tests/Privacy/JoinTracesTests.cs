using Almanach.Core.Library.Joining;
using Almanach.Core.Network;
using Almanach.Core.Privacy;

namespace Almanach.Core.Tests.Privacy;

public sealed class JoinTracesTests
{
    private static readonly JoinSheet Sheet = new("Ville d’Exemple", "communes", "Claire Après, maire", "Paul", "Avant", "paul.avant@example.org", "chargé de mission", "des données");

    [Theory]
    // Who asks, and which words are left: representative, référent, address, function, commitment, reason.
    [InlineData("Claire", "Après", "c@example.org", "|Paul Avant|paul.avant@example.org|chargé de mission|des données|Voir Paul Avant.")]
    [InlineData("Paul", "Avant", "p@example.org", "Claire Après, maire| |||des données|")]
    [InlineData("P.", "A.", "Paul.Avant@example.org", "Claire Après, maire| |||des données|Voir Paul Avant.")] // by her address alone
    public void Who_is_erased_takes_what_names_her_and_leaves_what_names_others(string first, string last, string address, string left)
    {
        var mention = new Mention(new Contact("c-1", "o", first, last, address, "", [], "", default));

        var request = JoinTraces.Without(new JoinRequest("a", Sheet, default, default(DateTimeOffset), "Voir Paul Avant."), mention)!;

        var sheet = request.Sheet;
        Assert.Equal(left, $"{sheet.Representative}|{sheet.FirstName} {sheet.LastName}|{sheet.Address}|{sheet.Function}|{sheet.Commitment}|{request.Reason}");
        Assert.Equal((Sheet.Organisation, Sheet.College), (sheet.Organisation, sheet.College));
    }

    [Fact]
    public void A_request_that_does_not_name_her_stays()
    {
        var mention = new Mention(new Contact("c-1", "o", "Paul", "Après", "paul@example.org", "", [], "", default));

        Assert.Null(JoinTraces.Without(new JoinRequest("a", Sheet, default), mention));
    }
}
