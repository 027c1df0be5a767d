using System.Text;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Tests.Data.Territories;

public class TerritoryCodeTests
{
    [Theory]
    [InlineData("01001")]
    [InlineData("2A004")]
    [InlineData("69D")]
    [InlineData("200000172")]
    [InlineData("84")]
    [InlineData("METRO")]
    [InlineData("QN06901M")]
    public void A_code_is_read_from_text_and_bytes_alike_and_written_as_it_was(string text)
    {
        Assert.True(TerritoryCode.TryParse(Encoding.UTF8.GetBytes(text), out var read));

        Assert.Equal(TerritoryCode.Of(text), read);
        Assert.Equal(text, read.ToString());
        Assert.Equal(text.Length, read.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2a004")]
    [InlineData("01001 ")]
    [InlineData("1001.0")]
    [InlineData("1E+03")]
    [InlineData("2000001720")]
    [InlineData("Belley")]
    public void What_is_no_code_is_not_mended(string text)
    {
        Assert.False(TerritoryCode.TryParse(text, out _));
        Assert.False(TerritoryCode.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Codes_are_in_the_order_of_their_texts_and_begin_with_their_department()
    {
        string[] texts = ["01", "01001", "0101", "2A", "2A004", "69", "69D", "84"];

        Assert.Equal(texts, texts.Reverse().Select(TerritoryCode.Of).Order().Select(code => code.ToString()));
        Assert.Equal("2A", Atlas.DepartmentOf(TerritoryCode.Of("2A004")).ToString());
        Assert.Equal("974", Atlas.DepartmentOf(TerritoryCode.Of("97411")).ToString());
        Assert.True(TerritoryCode.Of("69D").StartsWith(TerritoryCode.Of("69")));
        Assert.False(TerritoryCode.Of("6").StartsWith(TerritoryCode.Of("69")));
    }

    [Fact]
    public void Looking_codes_up_from_bytes_allocates_nothing()
    {
        var bytes = "01001"u8.ToArray();
        SmallCountry.Country.Knows(TerritoryLevel.Municipality, bytes, 2012);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
            SmallCountry.Country.Knows(TerritoryLevel.Municipality, bytes, 2012);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
