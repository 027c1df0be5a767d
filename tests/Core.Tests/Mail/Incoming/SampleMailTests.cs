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

    [Fact]
    public void What_is_beyond_us_is_still_so()
    {
        foreach (var name in Beyond.Keys)
            Assert.NotEqual(Samples.Label(name).Kind, Samples.Name(Samples.Read(name).Kind));
    }
}
