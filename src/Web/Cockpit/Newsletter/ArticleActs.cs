using System.Globalization;
using Almanach.Core.Newsletter;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Newsletter;

/// <summary>What the buttons of an article do, by the word they send.</summary>
internal static class ArticleActs
{
    public const string Approve = "approuver";
    public const string SetAside = "ecarter";
    public const string TakeUp = "reprendre";
    public const string Raise = "remonter";

    /// <summary>Into this edition.</summary>
    public const string Take = "prendre";

    /// <summary>Off this edition: it waits for another.</summary>
    public const string Put = "laisser";

    /// <summary>Null for a word that is none of these.</summary>
    public static ArticleCommand? Command(IFormCollection form, string edition, DateTimeOffset now) => form.Text("article") is not { Length: > 0 } article ? null : form.Text("acte") switch
    {
        Approve => new ArticleCommand.Approve(article, int.TryParse(form.Text("vu"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0, now),
        SetAside => new ArticleCommand.SetAside(article, form.Text("raison"), now),
        TakeUp => new ArticleCommand.TakeUp(article, now),
        Raise => new ArticleCommand.Raise(article, now),
        Take => new ArticleCommand.MoveTo(article, edition, now),
        Put => new ArticleCommand.MoveTo(article, "", now),
        _ => null,
    };
}
