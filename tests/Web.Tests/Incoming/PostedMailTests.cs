using System.Net;
using System.Text;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Incoming;
using Almanach.Web.Tests.CockpitRooms;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Incoming;

/// <summary>What a mail server or provider posts to the door.</summary>
public sealed class PostedMailTests
{
    private const string Door = $"/courrier/{TestPlatform.IncomingKey}";

    [Fact]
    public async Task A_message_posted_as_it_is_is_kept_and_read()
    {
        await using var platform = await TestPlatform.Open();

        using var response = await Post(platform, Door, "message/rfc822", "From: Anne <anne@exemple.fr>\r\nTo: reponses@pfoss.example.org\r\nSubject: =?utf-8?Q?Th=C3=A8mes?=\r\n\r\nBonjour"u8.ToArray());

        var mail = await Only(platform);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("Thèmes", "anne@exemple.fr", "Bonjour", InboxState.Waiting), (mail.Subject, mail.From, mail.Text, mail.State));
    }

    [Fact]
    public async Task SendGrids_fields_are_put_together_again_with_their_charsets_envelope_and_files()
    {
        await using var platform = await TestPlatform.Open();
        byte[] body =
        [
            .. Field("headers", "Message-ID: <a@exemple.fr>\r\nFrom: Zo\u00e9 <zoe@exemple.fr>\r\nContent-Type: multipart/mixed; boundary=x"), .. Field("from", "Zoé <zoe@exemple.fr>"),
            .. Field("to", "reponses@pfoss.example.org"), .. Field("subject", "Thèmes"), .. Field("envelope", """{"to":["reponses+abc@pfoss.example.org"],"from":"zoe@exemple.fr"}"""),
            .. Field("charsets", """{"text":"iso-8859-1","subject":"UTF-8"}"""),
            .. Encoding.UTF8.GetBytes("--xYz\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n"), .. Encoding.Latin1.GetBytes("La santé"), .. "\r\n"u8,
            .. Encoding.UTF8.GetBytes("--xYz\r\nContent-Disposition: form-data; name=\"attachment1\"; filename=\"thème.csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n1;2\r\n--xYz--\r\n"),
        ];

        using var response = await Post(platform, Door, "multipart/form-data; boundary=xYz", body);

        var mail = await Only(platform);
        var opened = (await platform.Office.Inbox.Open(mail))!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("Thèmes", "zoe@exemple.fr", "La santé"), (opened.Subject, opened.From!.Address, opened.Text));
        Assert.Contains("reponses+abc@pfoss.example.org", opened.Marks);
        Assert.Equal(("thème.csv", "a;b\r\n1;2"), (opened.Files.Single().FileName, Encoding.UTF8.GetString(opened.Files.Single().Content)));
    }

    [Theory]
    [InlineData("default_data.txt", 0)]
    [InlineData("raw_data_with_attachments.txt", 1)]
    public async Task SendGrids_own_samples_are_understood(string name, int files)
    {
        var file = Path.GetFullPath(Path.Combine(CockpitHost.Root, "..", "shared", "data", "sendgrid", "inbound", name));
        Assert.SkipUnless(File.Exists(file), "SendGrid's samples are not on this machine.");
        await using var platform = await TestPlatform.Open();

        using var response = await Post(platform, Door, "multipart/form-data; boundary=xYzZY", await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        var mail = await Only(platform);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("test@example.com", "Hello SendGrid!", files), (mail.From, mail.Text, mail.Files));
    }

    [Theory]
    [InlineData("/courrier/une-autre-cle-0000000001")]
    [InlineData("/courrier/")]
    [InlineData("/courrier/courrier-des-essais-000")]
    public async Task Another_key_opens_nothing(string door)
    {
        await using var platform = await TestPlatform.Open();

        using var response = await Post(platform, door, "message/rfc822", "From: a@exemple.fr\r\n\r\nBonjour"u8.ToArray());

        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed);
        Assert.Empty(await platform.Office.Inbox.All());
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=xYz", "--xYz\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\na@b.fr\r\n--xYz--\r\n")]
    [InlineData("multipart/form-data", "rien")]
    [InlineData("message/rfc822", "")]
    [InlineData("message/rfc822", " \r\n ")]
    public async Task What_holds_no_message_is_refused_in_plain_words(string type, string body)
    {
        await using var platform = await TestPlatform.Open();

        using var response = await Post(platform, Door, type, Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("message", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_too_large_is_refused_before_it_is_read_and_one_larger_than_a_form_is_taken()
    {
        await using var platform = await TestPlatform.Open();
        byte[] large = [.. "From: a@exemple.fr\r\n\r\n"u8, .. Enumerable.Repeat((byte)'x', 3_000_000)];

        using var taken = await Post(platform, Door, "message/rfc822", large);
        using var refused = await Post(platform, Door, "message/rfc822", new byte[IncomingReader.MostBytes + 1]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (taken.StatusCode, refused.StatusCode));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Payloads_broken_at_random_are_never_an_error_of_ours(int seed)
    {
        var random = new Random(seed);
        await using var platform = await TestPlatform.Open();
        var samples = Directory.GetFiles(Path.Combine(CockpitHost.Root, "tests", "mails"), "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, index) => index % 7 == seed).ToList();

        foreach (var sample in samples)
        {
            var bytes = Core.Tests.Mail.Incoming.Mutations.Of(await File.ReadAllBytesAsync(sample, TestContext.Current.CancellationToken), random);
            byte[] form = [.. Field("envelope", """{"to":["reponses+abc@pfoss.example.org"]}"""), .. Encoding.UTF8.GetBytes("--xYz\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n"), .. bytes, .. "\r\n--xYz--\r\n"u8];
            foreach (var (type, body) in ((string, byte[])[])[("message/rfc822", bytes), ("multipart/form-data; boundary=xYz", Core.Tests.Mail.Incoming.Mutations.Of(form, random))])
            {
                using var response = await Post(platform, Door, type, body);
                Assert.True((int)response.StatusCode < 500, $"{sample}: {response.StatusCode}");
            }
        }
        await platform.Settle();
        Assert.Empty(await platform.Office.Troubles.All());
        Assert.DoesNotContain(await platform.Office.Inbox.All(), mail => mail.State == InboxState.Received);
    }

    private static byte[] Field(string name, string value) => Encoding.UTF8.GetBytes($"--xYz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");

    private static async Task<HttpResponseMessage> Post(TestPlatform platform, string door, string type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await platform.Client().PostAsync(door, content);
    }

    private static async Task<ReceivedMail> Only(TestPlatform platform)
    {
        await platform.Settle();
        return Assert.Single(await platform.Office.Inbox.All());
    }
}
