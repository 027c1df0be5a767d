using System.Text;
using Almanach.Adapters.Pdf;

namespace Almanach.Adapters.Tests.Pdf;

/// <summary>A real browser where the machine has one; what is no browser gives nothing, and fails nothing.</summary>
public sealed class ChromiumPdfTests
{
    [Fact]
    public async Task A_page_becomes_a_PDF_where_a_browser_is_there()
    {
        using var found = ChromiumPdf.Find();
        if (found is null)
            Assert.Skip("No Chromium on PATH.");

        var pdf = await found.Print("<!doctype html><title>Essai</title><style>p { break-after: page }</style><p>Un</p><p>Deux</p><p>Trois</p>"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf!));
    }

    [Theory]
    [InlineData("/bin/false")]
    [InlineData("/bin/true")] // says it is done, and wrote nothing
    [InlineData("/nowhere/chromium")]
    public async Task What_is_no_browser_prints_nothing(string program)
    {
        using var printer = new ChromiumPdf(program);

        Assert.Null(await printer.Print("<p>Un</p>"u8.ToArray(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_a_browser_on_PATH_there_is_none()
    {
        using var none = ChromiumPdf.Find("/nowhere");

        Assert.Null(none);
    }
}
