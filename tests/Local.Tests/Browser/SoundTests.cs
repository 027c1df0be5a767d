namespace Almanach.Local.Tests.Browser;

/// <summary>What the other tests of pages call sound can be found wanting.</summary>
public sealed class SoundTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task An_image_without_words_and_pale_ink_are_found()
    {
        var page = await site.Open(phone: true);
        await page.GotoAsync($"{site.Root}/contact");

        await page.EvaluateAsync("""
            () => {
                document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="/x.png"><p>Pâle</p>');
                document.querySelector('main').lastElementChild.style.color = '#ddd';
            }
            """);

        var violations = await page.Violations();
        Assert.Equal(["color-contrast", "image-alt"], violations.Select(one => one.Split(' ')[1].TrimEnd(':')).Order(StringComparer.Ordinal));
    }
}
