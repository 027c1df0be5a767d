using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Engine;
using Almanach.Web.Scripts;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Consultations;

/// <summary>A large file in pieces, as a program or the script of the page sends it (tus 1.0).</summary>
public sealed class UploadsTests
{
    private const string Id = "2022-donnees";
    private const string Rsa = "rsa-caf-rhone";
    private static readonly byte[] Large = Table(9_000_000);

    [Fact]
    public async Task A_file_is_begun_broken_off_found_again_finished_and_shown()
    {
        await using var platform = await Open();
        var path = await Page(platform);
        var client = platform.Client();

        using var begun = await Begin(client, path, Large.Length);
        var address = begun.Headers.Location!.OriginalString;
        using var first = await Patch(client, address, 0, Large[..4_000_000]);
        using var behind = await Patch(client, address, 0, Large[..4_000_000]);
        using var again = await Begin(client, path, Large.Length);
        using var asked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        using var last = await Patch(client, address, 4_000_000, Large[4_000_000..]);
        using var after = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        await platform.Settle();

        Assert.Equal((HttpStatusCode.Created, "0", "1.0.0"), (begun.StatusCode, Offset(begun), begun.Headers.GetValues("Tus-Resumable").Single()));
        Assert.StartsWith($"{path}/envois/", address, StringComparison.Ordinal);
        Assert.True(begun.Headers.Contains("Upload-Expires"));
        Assert.Equal((HttpStatusCode.NoContent, "4000000"), (first.StatusCode, Offset(first)));
        Assert.Equal((HttpStatusCode.Conflict, "4000000"), (behind.StatusCode, Offset(behind)));
        Assert.Equal((address, "4000000"), (again.Headers.Location!.OriginalString, Offset(again)));
        Assert.Equal((HttpStatusCode.OK, "4000000", $"{Large.Length}"), (asked.StatusCode, Offset(asked), asked.Headers.GetValues("Upload-Length").Single()));
        Assert.Equal((HttpStatusCode.NoContent, $"{Large.Length}"), (last.StatusCode, Offset(last)));
        Assert.Equal($"{Large.Length}", Offset(after));
        var said = ReceivingRules.Before(await platform.Office.Consultations.AnswerOf(Id, "caf-rhone")).ByDelivery[Rsa];
        Assert.Equal(("rsa été.csv", DeliveryWay.Page), (said.Name, said.Way));
        Assert.Equal(Large, await platform.Office.Around.Files.Read(DataDeposit.RawPath(said.File)));
        Assert.Contains("lignes lues", (await client.Open(path)).Text());
    }

    [Fact]
    public async Task The_page_sends_in_pieces_by_a_script_and_in_one_go_without_it()
    {
        await using var platform = await Open();
        var path = await Page(platform);
        var client = platform.Client();

        var page = await client.Open(path);
        using var script = await client.GetAsync(Script.Upload.Path);

        Assert.Equal(($"{path}/envois", "4000000"), (page.QuerySelector("form#deposer")!.GetAttribute("data-envois"), page.QuerySelector("form#deposer")!.GetAttribute("data-morceau")));
        Assert.Equal(path, page.QuerySelector("form#deposer")!.GetAttribute("action"));
        Assert.Equal(Script.Upload.Path, Assert.Single(page.QuerySelectorAll("script")).GetAttribute("src"));
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Interrompre", await script.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stopped_on_its_way_is_told_to_whoever_sent_it()
    {
        await using var platform = await Open();
        var path = await Page(platform);
        var client = platform.Client();
        using var begun = await Begin(client, path, Large.Length);
        using var first = await Patch(client, begun.Headers.Location!.OriginalString, 0, Large[..4_000_000]);

        var page = (await client.Open(path)).Text();

        Assert.Contains("Un envoi s’est arrêté. «\u00A0rsa été.csv\u00A0»\u00A0: 4\u00A0Mo sur 9\u00A0Mo sont gardés.", page);
    }

    [Fact]
    public async Task Without_attestation_length_or_room_nothing_begins()
    {
        await using var platform = await Open();
        var path = await Page(platform);
        var client = platform.Client();

        using var unattested = await Begin(client, path, 5_000_000, attests: false);
        using var empty = await Begin(client, path, 0);
        using var huge = await Begin(client, path, 200_000_001);
        using var unsized = await Begin(client, path, null);
        using var newer = await Begin(client, path, 5_000_000, version: "2.0.0");

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest, HttpStatusCode.PreconditionFailed),
            (unattested.StatusCode, empty.StatusCode, huge.StatusCode, unsized.StatusCode, newer.StatusCode));
        Assert.Contains("Attestation: oui", await unattested.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Ce fichier dépasse 200", await huge.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(platform.Store.Now.GetValueOrDefault(Upload.Partition, []));
    }

    [Fact]
    public async Task An_upload_of_somebody_else_is_not_there_and_neither_is_one_that_was_given_up()
    {
        await using var platform = await Open();
        var path = await Page(platform);
        var client = platform.Client();
        using var begun = await Begin(client, path, Large.Length);
        var address = begun.Headers.Location!.OriginalString;
        var other = await platform.Answer(Id, await platform.Referent("msa-ain-rhone"));

        using var stranger = await Patch(client, $"{other}/depots/rsa-msa-ain-rhone/envois/{address.Split('/')[^1]}", 0, Large[..4_000_000]);
        using var elsewhere = await Patch(client, $"{path.Replace(Rsa, "prime-caf-rhone", StringComparison.Ordinal)}/envois/{address.Split('/')[^1]}", 0, Large[..4_000_000]);
        using var unsigned = await Begin(client, $"/r/v1.x.y.z/depots/{Rsa}", Large.Length);
        using var typed = await Patch(client, address, 0, Large[..4_000_000], "text/csv");
        using var beyond = await Patch(client, address, 0, [.. Large, 1]);
        using var given = await client.DeleteAsync(address);
        using var gone = await Patch(client, address, 0, Large[..4_000_000]);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stranger.StatusCode, elsewhere.StatusCode, unsigned.StatusCode));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestEntityTooLarge), (typed.StatusCode, beyond.StatusCode));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (given.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Nothing_is_begun_or_gone_on_with_once_the_collection_takes_no_file()
    {
        await using var platform = await Open();
        var path = await Page(platform);
        var client = platform.Client();
        using var begun = await Begin(client, path, Large.Length);
        await platform.Office.Consultations.Close(new Effect.CloseConsultation(Id, "close", platform.Office.Now, "2022/collecte-donnees"));
        await platform.Office.Consultations.Settle(new Effect.SettleConsultation(Id, "settle", platform.Office.Now, "2022/collecte-donnees"));

        using var late = await Patch(client, begun.Headers.Location!.OriginalString, 0, Large[..4_000_000]);
        using var again = await Begin(client, path, Large.Length);
        var page = await client.Open(path);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (late.StatusCode, again.StatusCode));
        Assert.False(late.Headers.Contains("Upload-Offset")); // a refusal, not another offset
        Assert.Contains("\"message\":\"", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    private static byte[] Table(int length)
    {
        var text = new StringBuilder("code_epci;nom_epci;allocataires_rsa\n");
        for (var row = 0; text.Length < length; row++)
            text.Append(100_000_000 + row).Append(";Territoire ").Append(row).Append(";12\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task<string> Page(TestPlatform platform) => $"{await platform.Answer(Id, await platform.Referent("caf-rhone"))}/depots/{Rsa}";

    private static string Offset(HttpResponseMessage answer) => answer.Headers.GetValues("Upload-Offset").Single();

    private static async Task<HttpResponseMessage> Begin(HttpClient client, string path, long? length, bool attests = true, string version = "1.0.0")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/envois");
        request.Headers.Add("Tus-Resumable", version);
        request.Headers.Add("Upload-Metadata", $"filename {Convert.ToBase64String("rsa été.csv"u8)},changed {Convert.ToBase64String("1700000000000"u8)},page");
        if (length is { } size)
            request.Headers.Add("Upload-Length", $"{size}");
        if (attests)
            request.Headers.Add("Attestation", "oui");
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Patch(HttpClient client, string address, long offset, byte[] bytes, string type = "application/offset+octet-stream")
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Add("Upload-Offset", $"{offset}");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        return await client.SendAsync(request);
    }

    private static async Task<TestPlatform> Open()
    {
        var platform = await TestPlatform.Collecting();
        Assert.Null(await platform.Office.Cycle.Apply(2022, new CycleCommand.Open("collecte-donnees", platform.Office.Now, "coordination")));
        await platform.Settle();
        return platform;
    }
}
