using Almanach.Core.Documents;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Documents;

public sealed class ContactLineTests
{
    private static readonly Brand Brand = new("p", "P", "Plate-forme", "#000000", "#ffffff", "04 65 71 00 53", "du lundi au jeudi", "a@example.org");

    [Theory]
    [InlineData("Une question\u202F?", "Une question\u202F? La coordination vous répond au 04\u00A065\u00A071\u00A000\u00A053, du lundi au jeudi, ou à a@example.org.")] // a sentence of its own
    [InlineData("Pour toute suggestion", "Pour toute suggestion, la coordination vous répond au 04\u00A065\u00A071\u00A000\u00A053, du lundi au jeudi, ou à a@example.org.")] // carried on
    [InlineData("", "La coordination vous répond au 04\u00A065\u00A071\u00A000\u00A053, du lundi au jeudi, ou à a@example.org.")] // alone
    public void The_lead_opens_the_sentence(string lead, string expected)
    {
        Assert.Equal(expected, Text(ContactLine.Of(Brand, lead)));
    }

    [Fact]
    public void A_platform_may_have_no_hours_or_no_phone()
    {
        Assert.Equal("La coordination vous répond au 04\u00A065\u00A071\u00A000\u00A053 ou à a@example.org.", Text(ContactLine.Of(Brand with { PhoneHours = "" }, "")));
        Assert.Equal("La coordination vous répond à a@example.org.", Text(ContactLine.Of(Brand with { Phone = "" }, "")));
    }

    [Theory]
    [InlineData("04 65 71 00 53", "tel:+33465710053")] // national
    [InlineData("04.65.71.00.53", "tel:+33465710053")] // dots
    [InlineData("+33 4 65 71 00 53", "tel:+33465710053")] // international
    [InlineData("3646", "tel:3646")] // short number
    public void A_number_is_dialled_from_anywhere(string phone, string expected)
    {
        Assert.Equal(expected, ContactLine.PhoneAddress(phone));
    }

    [Fact]
    public void A_cell_of_a_sheet_is_a_paragraph_bullets_or_both()
    {
        Assert.Equivalent(new SheetContents("seul", []), SheetContents.Of(new SheetRow("L", ["seul"])));
        Assert.Equivalent(new SheetContents(null, ["a", "b"]), SheetContents.Of(new SheetRow("L", ["a", "b"])));
        Assert.Equivalent(new SheetContents("au service de\u00A0:", ["a", "b"]), SheetContents.Of(new SheetRow("L", ["au service de\u00A0:", "a", "b"])));
        Assert.Equivalent(new SheetContents("", []), SheetContents.Of(new SheetRow("L", [])));
    }

    private static string Text(IReadOnlyList<ContactPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}
