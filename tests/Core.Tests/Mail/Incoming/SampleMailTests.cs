namespace Almanach.Core.Tests.Mail.Incoming;

public sealed class SampleMailTests
{
    /// <summary>Known to be beyond us, with why.</summary>
    private static readonly Dictionary<string, string> Beyond = new()
    {
        ["other/spam-phishing"] = "nothing but its sense tells it from a person's mail; without a token it is nobody's answer",
    };

    public static TheoryData<string> Names => [.. Samples.All.Where(name => !Beyond.ContainsKey(name))];

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void Each_sample_is_read_as_it_is_labelled(string name)
    {
        var label = Samples.Label(name);

        var mail = Samples.Read(name);

        Assert.Contains(Samples.Name(mail.Kind), (string[])[label.Kind, .. label.Alternatives ?? []]);
        if (label.Kind == "reply" && Samples.Name(mail.Kind) == "reply")
            Assert.Contains(Samples.Even(mail.Text), ((string[])[label.Text ?? "", .. label.AnyText ?? []]).Select(Samples.Even));
        if (label.Bounce is { } bounce)
        {
            Assert.Equal(bounce.Hard, mail.Bounces[0].Hard);
            Assert.Contains(mail.Bounces[0].Recipient, (string[])[bounce.Recipient, .. label.AnyRecipient ?? []]);
            Assert.Contains(mail.Bounces[0].Status, (string[])[bounce.Status, .. label.AnyStatus ?? []]);
        }
    }

    [Theory]
    [InlineData("arf-orange-french", "jeanne.lorcy@orange.example")]
    [InlineData("arf-rfc5965", "estelle.simonin@sfr.example")]
    [InlineData("arf-sfr-no-report-type", "estelle.simonin@sfr.example")]
    [InlineData("arf-yahoo-optout", "sylvie.arnaud@yahoo.example")]
    [InlineData("headers-only-arf", "jacques.morand@free.example")]
    [InlineData("hotmail-jmrp", "alix.tanguy@hotmail.example")] // only the message it carries says so
    [InlineData("arf-signal-spam", "")] // who complains is kept from us
    [InlineData("not-spam-type-fraud-validity", "")] // a fraud in our name is nobody's objection
    public void A_complaint_says_whose_it_is(string name, string who) =>
        Assert.Equal(who.Split(' ', StringSplitOptions.RemoveEmptyEntries), Samples.Read($"complaints/{name}").Complainants);

    [Fact]
    public void What_is_beyond_us_is_still_so()
    {
        foreach (var name in Beyond.Keys)
            Assert.NotEqual(Samples.Label(name).Kind, Samples.Name(Samples.Read(name).Kind));
    }
}
