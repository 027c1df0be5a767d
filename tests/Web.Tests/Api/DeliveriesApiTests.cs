using System.Net;
using System.Text;
using Almanach.Core.Cycle;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Api;

/// <summary>A program records data files, follows them and takes them, as the coordinator does in her room.</summary>
public sealed class DeliveriesApiTests
{
    private const string One = "/api/deliveries/rsa-caf-rhone";
    private const string Valid = "code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n";

    [Fact]
    public async Task Before_the_collection_nothing_is_expected_nor_taken()
    {
        await using var platform = await TestPlatform.Collecting();
        using var program = platform.ApiClient();

        Assert.Empty((await program.Read("/api/deliveries")).AsArray());
        using var answer = await program.PostAsync($"{One}/file?attested=true", Csv(Valid));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_is_recorded_shown_accepted_and_listed()
    {
        await using var platform = await Open();
        using var program = platform.ApiClient();

        using var unattested = await program.PostAsync($"{One}/file?name=rsa.csv", Csv(Valid));
        using var recorded = await program.PostAsync($"{One}/file?name=rsa.csv&attested=true", Csv(Valid));
        using var again = await program.PostAsync($"{One}/file?name=rsa.csv&attested=true", Csv(Valid));
        var delivery = (await program.Read("/api/deliveries")).AsArray().Single(one => (string)one!["id"]! == "rsa-caf-rhone")!;
        var hash = (string)delivery["file"]!["hash"]!;
        using var other = await program.PostAsync($"{One}/accept", ApiHost.Json($$"""{"file":"{{new string('0', 64)}}"}"""));
        using var accepted = await program.PostAsync($"{One}/accept", ApiHost.Json($$"""{"file":"{{hash}}"}"""));

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK],
            [unattested.StatusCode, recorded.StatusCode, again.StatusCode, other.StatusCode, accepted.StatusCode]);
        Assert.Contains("\"attested\"", await unattested.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(("valid", "coordinator", 1), ((string)delivery["state"]!, (string)delivery["file"]!["way"]!, (int)delivery["file"]!["check"]!["rows"]!));
        var listed = (await program.Read("/api/deliveries-accepted")).AsArray().Single()!;
        Assert.Equal((hash, "caf-rhone", $"depots-de-donnees/{hash}/brut"), ((string)listed["hash"]!, (string)listed["organisation"]!, (string)listed["path"]!));
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private static async Task<TestPlatform> Open()
    {
        var platform = await TestPlatform.Collecting();
        Assert.Null(await platform.Office.Cycle.Apply(2022, new CycleCommand.Open("collecte-donnees", platform.Office.Now, "coordination")));
        await platform.Settle();
        return platform;
    }
}
