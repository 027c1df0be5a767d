using System.Text;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Links;

public sealed class LinkSignerTests
{
    static readonly KeyValuePair<string, byte[]> _old = new("a", Encoding.ASCII.GetBytes("an old key of thirty-two bytes!!"));
    static readonly KeyValuePair<string, byte[]> _new = new("b", Encoding.ASCII.GetBytes("a new key of thirty-two bytes!!!"));
    static readonly LinkSigner _signer = new(new([_old]));
    static readonly PersonalLink _link = new(LinkPurpose.Answer, "c-0042", "2022-themes", DateTimeOffset.FromUnixTimeSeconds(1_640_000_000), 3);

    [Fact]
    public void What_was_signed_opens_as_it_was()
    {
        var links = from purpose in Gen.Elements(Enum.GetValues<LinkPurpose>())
                    from contact in Gen.Choose(1, 99_999)
                    from subject in Gen.Elements("", "2022-themes", "programme-2022")
                    from expires in Gen.Choose(0, int.MaxValue)
                    from generation in Gen.Choose(1, 50)
                    select new PersonalLink(purpose, $"c-{contact}", subject, DateTimeOffset.FromUnixTimeSeconds(expires), generation);

        Prop.ForAll(links.ToArbitrary(), link => _signer.Open(_signer.Sign(link)) == link && _signer.Sign(link) == _signer.Sign(link)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_changed_character_closes_it()
    {
        var token = _signer.Sign(_link);
        const string characters = "ABCXYZabcxyz0189-_. =+/é\0";

        var opened = from place in Enumerable.Range(0, token.Length)
                     from other in characters
                     where token[place] != other
                     let changed = token[..place] + other + token[(place + 1)..]
                     where _signer.Open(changed) is not null
                     select changed;

        Assert.Empty(opened);
    }

    [Fact]
    public void Every_last_character_but_the_right_one_closes_it()
    {
        // The last of 22 characters carries 2 bits of the code: 15 neighbours decode to the same bytes.
        var token = _signer.Sign(_link);

        var opened = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .Where(last => _signer.Open(token[..^1] + last) is not null);

        Assert.Equal([token[^1]], opened);
    }

    [Theory]
    [InlineData(" ")] // a space that a mail program left
    [InlineData("=")] // padding
    [InlineData("A")] // one more character
    [InlineData("\n")] // the end of a line
    public void Anything_added_closes_it(string added)
    {
        var token = _signer.Sign(_link);

        Assert.Null(_signer.Open(token + added));
        Assert.Null(_signer.Open(added + token));
        Assert.Null(_signer.Open(token.Insert(token.Length - 5, added)));
    }

    [Fact]
    public void Rotating_keys_keeps_old_links_until_their_key_is_gone()
    {
        var before = _signer.Sign(_link);
        var during = new LinkSigner(new([_new, _old]));
        var after = new LinkSigner(new([_new]));

        Assert.Equal(_link, during.Open(before));
        Assert.StartsWith("v1.b.", during.Sign(_link), StringComparison.Ordinal);
        Assert.Equal(_link, after.Open(during.Sign(_link)));
        Assert.Null(after.Open(before));
    }

    [Fact]
    public void A_key_cannot_pass_for_another()
    {
        var foreign = new LinkSigner(new([new("a", _new.Value)]));

        Assert.Null(_signer.Open(foreign.Sign(_link)));
    }

    [Fact]
    public void Garbage_of_any_size_opens_nothing_and_throws_nothing()
    {
        var parts = Gen.Elements("v1", "v2", "a", "b", ".", "..", "|", "", "é", "\uD800", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "=", " ", "\0", new string('A', 600), new string('.', 10_240));
        var garbage = parts.ListOf().Select(list => string.Concat(list)).Select(text => text.Length > 10_240 ? text[..10_240] : text);

        Prop.ForAll(garbage.ToArbitrary(), text => _signer.Open(text) is null && _signer.Open($"v1.a.{text}") is null).QuickCheckThrowOnFailure();
    }
}
