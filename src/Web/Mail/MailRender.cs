using System.Text.Encodings.Web;
using System.Text.Unicode;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Almanach.Web.Mail;

/// <summary>Draws a mail as HTML and as text, slots left open. The same content gives the same bodies.</summary>
public sealed class MailRender : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <exception cref="ArgumentException">A link or a colour cannot be written.</exception>
    public async Task<LetterBodies> Mail(MailContent content, CancellationToken stop = default)
    {
        stop.ThrowIfCancellationRequested();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterMail.Content)] = content });
            var letter = await renderer.RenderComponentAsync<LetterMail>(parameters);
            return letter.ToHtmlString();
        });
        return new(WithMarks(html), LetterText.Of(content));
    }

    /// <summary>The encoder writes the private-use marks of slots as references; those that a person types it writes as &amp;amp;#x….</summary>
    private static string WithMarks(string html) => html
        .Replace("&#xE000;", Slots.Open.ToString(), StringComparison.Ordinal)
        .Replace("&#xE001;", Slots.Close.ToString(), StringComparison.Ordinal);

    public void Dispose() => services.Dispose();
}
