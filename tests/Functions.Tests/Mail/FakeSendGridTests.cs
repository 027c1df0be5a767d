using System.Net;
using System.Text;

namespace Almanach.Functions.Tests.Mail;

/// <summary>The server is as strict as SendGrid is said to be: what it takes may be sent.</summary>
public sealed class FakeSendGridTests
{
    private const string One = """{"to":[{"email":"a@x.example"}]}""";
    private const string Content = """[{"type":"text/plain","value":"a"},{"type":"text/html","value":"b"}]""";

    [Theory]
    [InlineData(202, One, Content)]
    [InlineData(400, "", Content)] // nobody
    [InlineData(400, One + "," + One, Content)] // an address twice
    [InlineData(400, """{"to":[{"email":"a"}]}""", Content)] // no address
    [InlineData(400, """{"to":[{"email":"a@été.example"}]}""", Content)] // not in ASCII
    [InlineData(400, """{"to":[{"email":"a@x.example"}],"custom_args":{"n":1}}""", Content)]
    [InlineData(400, """{"to":[{"email":"a@x.example"}],"substitutions":{"n":1}}""", Content)]
    [InlineData(400, """{"to":[{"email":"a@x.example"}],"headers":{"Reply-To":"b@x.example"}}""", Content)]
    [InlineData(400, """{"to":[{"email":"a@x.example"}],"headers":{"X-A":"é"}}""", Content)]
    [InlineData(400, One, "[]")]
    [InlineData(400, One, """[{"type":"text/html","value":"b"},{"type":"text/plain","value":"a"}]""")]
    [InlineData(400, One, """[{"type":"text/plain","value":""}]""")]
    public async Task What_SendGrid_refuses_is_refused(int status, string envelopes, string content)
    {
        await using var server = await new FakeSendGrid { Keeps = false }.Start();

        var answer = await Post(server, $$"""{"personalizations":[{{envelopes}}],"from":{"email":"b@x.example"},"reply_to":{"email":"b@x.example"},"subject":"s","content":{{content}}}""");

        Assert.Equal(status, (int)answer);
        Assert.Equal(status == 202 ? 1 : 0, server.Mails);
    }

    [Fact]
    public async Task A_thousand_is_the_most_and_a_key_is_wanted()
    {
        await using var server = await new FakeSendGrid { Keeps = false }.Start();
        var many = string.Join(',', Enumerable.Range(0, 1001).Select(i => $$"""{"to":[{"email":"a{{i}}@x.example"}]}"""));

        Assert.Equal(HttpStatusCode.BadRequest, await Post(server, $$"""{"personalizations":[{{many}}],"from":{"email":"b@x.example"},"subject":"s","content":{{Content}}}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(server, "{"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(server, "{}", "SG.autre"));
    }

    private static async Task<HttpStatusCode> Post(FakeSendGrid server, string json, string key = FakeSendGrid.Key)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", $"Bearer {key}" } } };
        using var answer = await http.PostAsync($"{server.Address}/v3/mail/send", new StringContent(json, Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }
}
