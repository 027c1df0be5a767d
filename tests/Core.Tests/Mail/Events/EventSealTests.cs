using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Almanach.Core.Mail.Events;
using Almanach.Core.Tests.Mail.Incoming;

namespace Almanach.Core.Tests.Mail.Events;

/// <summary>What SendGrid signed, and what somebody else says.</summary>
public sealed class EventSealTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void SendGrids_own_sample_is_signed_and_no_byte_of_it_may_change()
    {
        using var vector = JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples.Given("sendgrid"), "eventwebhook_vector.json")));
        string Of(string name) => vector.RootElement.GetProperty(name).GetString()!;
        using var seal = EventSeal.Of(Of("publicKey"))!;
        var body = Encoding.UTF8.GetBytes(Of("payload"));
        var then = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Of("timestamp"), CultureInfo.InvariantCulture));

        Assert.Equal(SealVerdict.Good, seal.Judge(Of("signature"), Of("timestamp"), body, then.AddMinutes(2)));
        Assert.Equal(SealVerdict.Stale, seal.Judge(Of("signature"), Of("timestamp"), body, then.AddMinutes(6)));
        Assert.Equal(SealVerdict.Foreign, seal.Judge(Of("signature"), Of("timestamp") + "0", body, then));
        Assert.Equal(SealVerdict.Foreign, seal.Judge(Of("signature"), Of("timestamp"), body.AsMemory(..^2), then)); // its CRLF is signed
        for (var i = 0; i < body.Length; i++)
        {
            var other = body.ToArray();
            other[i] ^= 1;
            Assert.Equal(SealVerdict.Foreign, seal.Judge(Of("signature"), Of("timestamp"), other, then));
        }
    }

    [Theory]
    [InlineData(0, SealVerdict.Good)]
    [InlineData(-300, SealVerdict.Good)] // five minutes on the way
    [InlineData(-301, SealVerdict.Stale)]
    [InlineData(300, SealVerdict.Good)] // a clock that is ahead
    [InlineData(301, SealVerdict.Stale)]
    public void A_signature_holds_for_five_minutes_either_way(int seconds, SealVerdict expected)
    {
        using var hand = new EventHand();
        var signed = hand.Sign("[]"u8.ToArray(), _now.AddSeconds(seconds));
        using var seal = EventSeal.Of(hand.PublicKey)!;

        Assert.Equal(expected, seal.Judge(signed.Signature, signed.Timestamp, "[]"u8.ToArray(), _now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("1772442000.5")]
    [InlineData("maintenant")]
    public void A_timestamp_that_is_no_instant_is_never_good(string timestamp)
    {
        using var hand = new EventHand();
        using var seal = EventSeal.Of(hand.PublicKey)!;

        Assert.NotEqual(SealVerdict.Good, seal.Judge(hand.Sign("[]"u8.ToArray(), timestamp), timestamp, "[]"u8.ToArray(), _now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zm9v")]
    [InlineData("%%%")]
    [InlineData("MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=")] // another key's
    public void What_the_key_did_not_sign_is_foreign(string signature)
    {
        using var hand = new EventHand();
        using var seal = EventSeal.Of(hand.PublicKey)!;

        Assert.Equal(SealVerdict.Foreign, seal.Judge(signature, _now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "[]"u8.ToArray(), _now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("clé")]
    [InlineData("Zm9v")]
    public void What_is_no_key_makes_no_seal(string key) => Assert.Null(EventSeal.Of(key));

    [Fact]
    public void A_key_of_another_kind_makes_no_seal()
    {
        using var rsa = RSA.Create(2048);

        Assert.Null(EventSeal.Of(Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())));
    }
}
