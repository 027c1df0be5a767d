using System.Text;
using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Tests.Mail.Incoming;

public sealed class MimeReaderTests
{
    [Theory]
    [InlineData("=?utf-8?Q?Th=C3=A8mes_2027?=", "Thèmes 2027")]
    [InlineData("=?ISO-8859-1?Q?Th=E8mes?= 2027", "Thèmes 2027")]
    [InlineData("=?utf-8?B?VGjDqG1lcw==?=", "Thèmes")]
    [InlineData("=?utf-8?Q?Th=C3?= =?utf-8?Q?=A8mes?=", "Thèmes")] // cut within a character
    [InlineData("=?utf-8?Q?un?=\r\n =?utf-8?Q?_deux?=", "un deux")] // between two, the fold is nothing
    [InlineData("=?utf-8?Q?un?= et =?utf-8?Q?deux?=", "un et deux")]
    [InlineData("=?inconnu?Q?Th=E8mes?=", "Thèmes")]
    [InlineData("=?utf-8?Q?", "=?utf-8?Q?")]
    [InlineData("a =?= b", "a =?= b")]
    public void Encoded_words_are_read(string header, string text) => Assert.Equal(text, HeaderWords.Decode(header));

    [Theory]
    [InlineData("text/plain; charset=\"utf-8\"", "charset", "utf-8")]
    [InlineData("attachment; filename*=utf-8''th%C3%A8mes.docx", "filename", "thèmes.docx")]
    [InlineData("attachment; filename*0*=utf-8''th%C3; filename*1*=%A8mes; filename*2=.docx", "filename", "thèmes.docx")]
    [InlineData("attachment; filename=\"=?utf-8?Q?th=C3=A8mes?=.docx\"", "filename", "thèmes.docx")]
    [InlineData("attachment; filename=\"a;b\\\"c.txt\"", "filename", "a;b\"c.txt")]
    [InlineData("multipart/mixed; boundary=a=b", "boundary", "a=b")]
    public void Parameters_are_read_whatever_way_they_are_written(string header, string name, string value) => Assert.Equal(value, HeaderParameters.Read(header)[name]);

    public static TheoryData<byte[], string, string> Texts => new()
    {
        { Encoding.UTF8.GetBytes("thème"), "utf-8", "thème" },
        { Encoding.UTF8.GetBytes("thème"), "iso-8859-1", "thème" }, // declared Latin, and UTF-8
        { Encoding.UTF8.GetBytes("thème"), "us-ascii", "thème" },
        { Encoding.UTF8.GetBytes("thème"), "", "thème" },
        { Encoding.Latin1.GetBytes("thème"), "utf-8", "thème" }, // declared UTF-8, and Latin
        { Encoding.Latin1.GetBytes("thème"), "us-ascii", "thème" },
        { [.. "prix "u8, 0x80], "iso-8859-1", "prix €" }, // Windows says Latin-1 of its own letters
        { [.. "prix "u8, 0xA4], "iso-8859-15", "prix €" },
        { Encoding.Unicode.GetBytes("thème"), "utf-16le", "thème" },
        { "th+AOg-me +- 1"u8.ToArray(), "utf-7", "thème + 1" },
        { "plain"u8.ToArray(), "klingon", "plain" },
        { [0xEF, 0xBB, 0xBF, .. "abc"u8], "utf-8", "abc" },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Text_is_read_as_its_bytes_bear_it_out(byte[] bytes, string declared, string text) => Assert.Equal(text, Charsets.Decode(bytes, declared));

    [Theory]
    [InlineData("\"Martin, Anne\" <a.martin@exemple.fr>, caf@exemple.fr", "Martin, Anne|a.martin@exemple.fr", "|caf@exemple.fr")]
    [InlineData("Anne <anne@exemple.fr>; Luc <luc@exemple.fr>", "Anne|anne@exemple.fr", "Luc|luc@exemple.fr")]
    [InlineData("anne@exemple.fr <anne@exemple.fr>", "anne@exemple.fr|anne@exemple.fr")]
    [InlineData("<reponses+abc234@exemple.fr>", "|reponses+abc234@exemple.fr")]
    [InlineData("élu@évian.fr", "|élu@évian.fr")]
    [InlineData("undisclosed-recipients:;")]
    [InlineData("")]
    public void Addresses_are_read_with_their_names(string header, params string[] found) =>
        Assert.Equal(found, AddressList.Read(header).Select(mailbox => $"{mailbox.Name}|{mailbox.Address}"));

    [Theory]
    [InlineData("--b\nContent-Type: text/plain\n\nun\n--b--\nafter")]
    [InlineData("before\n--b\nContent-Type: text/plain\n\nun\n--b--")]
    [InlineData("--b\nContent-Type: text/plain\n\nun\n")] // never closed
    [InlineData("--b  \nContent-Type: text/plain\n\nun\n--b--  ")] // blanks a relay added
    [InlineData("--b\nContent-Type: text/plain\n\nun\n--b\n")]
    [InlineData("--b\n\nun\n--b--")]
    public void A_part_is_found_whatever_is_wrong_around_it(string body)
    {
        foreach (var end in (string[])["\n", "\r\n", "\r"])
        {
            var message = MimeReader.Read(Encoding.UTF8.GetBytes($"From: a@exemple.fr\nContent-Type: multipart/mixed; boundary=b\n\n{body}".Replace("\n", end, StringComparison.Ordinal)));

            Assert.Equal("un", message.Parts[0].Text().Trim());
        }
    }

    [Fact]
    public void Another_boundary_than_the_one_declared_is_found()
    {
        var message = MimeReader.Read("From: a@exemple.fr\nContent-Type: multipart/mixed; boundary=autre\n\n--=_limite_1\nContent-Type: text/plain\n\nun\n--=_limite_1--\n"u8.ToArray());

        Assert.Equal("un", message.Parts[0].Text().Trim());
    }

    [Fact]
    public void Words_alone_are_no_headers()
    {
        var message = MimeReader.Read("Remarque: ceci est un texte.\n\nSuite."u8.ToArray());

        Assert.Equal((0, "Remarque: ceci est un texte.\n\nSuite."), (message.Headers.Count, message.Text()));
    }
}
