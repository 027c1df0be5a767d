using Almanach.Core.Calendar;

namespace Almanach.Core.Tests.Calendar;

public sealed class DateProblemsTests
{
    [Theory]
    [InlineData("", 0, "Une date est attendue")]
    [InlineData("   ", 3, "Une date est attendue")]
    [InlineData("- 10 weeks", 0, "ni une étape ni une date")]
    [InlineData("copil -", 7, "Un nombre entre 0 et 1000 est attendu.")]
    [InlineData("copil - dix weeks", 8, "Un nombre entre 0 et 1000 est attendu.")]
    [InlineData("copil - 1001 days", 8, "Un nombre entre 0 et 1000 est attendu.")]
    [InlineData("copil - 99999999999 days", 8, "Un nombre entre 0 et 1000 est attendu.")]
    [InlineData("copil - 10 semaines", 11, "working days")]
    [InlineData("copil - 10 working weeks", 19, "« days » est attendu après « working ».")]
    [InlineData("copil 10 weeks", 6, "« 10 » n’est pas compris ici.")] // the sign is missing
    [InlineData("copil-10 weeks", 9, "« weeks » n’est pas compris ici.")] // a step named copil-10
    [InlineData("collecte.fin", 0, "ni une étape ni une date")]
    [InlineData("at 08:30", 0, "ni une étape ni une date")]
    [InlineData("copil at", 8, "Une heure est attendue, comme 08:30.")]
    [InlineData("copil at 24:00", 9, "Une heure est attendue, comme 08:30.")]
    [InlineData("copil at 14 h 30", 9, "Une heure est attendue, comme 08:30.")]
    [InlineData("copil at 08:30 or next working day", 15, "« or » n’est pas compris ici.")] // the hour comes last
    [InlineData("second mardi of December", 7, "Un jour de la semaine est attendu")]
    [InlineData("second Tuesday in December", 15, "« of » est attendu.")]
    [InlineData("second Tuesday of each year", 23, "« quarter » ou « month » est attendu.")]
    [InlineData("second Tuesday of décembre", 18, "Un mois est attendu")]
    [InlineData("second Tuesday of December of the year", 38, "« before » ou « after » est attendu.")]
    [InlineData("fifth Tuesday of December", 6, "« tuesday » n’est pas compris ici.")]
    [InlineData("31 April", 0, "Le 31 avril n’existe pas.")]
    [InlineData("30 February", 0, "Le 30 février n’existe pas.")]
    [InlineData("29 February 2022", 0, "Le 29 février n’existe pas.")] // a known common year
    [InlineData("0 May", 0, "Le 0 mai n’existe pas.")]
    [InlineData("2021-02-29", 0, "Le 29 février n’existe pas.")]
    [InlineData("2021-13-01", 0, "Le mois 13 n’existe pas.")]
    [InlineData("0001-01-01", 0, "L’année doit être entre 1900 et 2199.")]
    [InlineData("14 December 9999", 12, "L’année doit être entre 1900 et 2199.")]
    [InlineData("copil or next day", 14, "« working » est attendu.")]
    [InlineData("copil or later", 9, "« next working day » ou « previous working day » est attendu.")]
    [InlineData("copil avoiding holidays", 15, "« school » est attendu.")]
    [InlineData("copil or next working day or previous working day", 26, "deux fois")]
    [InlineData("copil avoiding school holidays avoiding school holidays", 31, "deux fois")]
    [InlineData("copil +1 day+1 day+1 day+1 day+1 day+1 day+1 day+1 day+1 day", 54, "Au plus 8 décalages")]
    [InlineData("copil, collecte", 5, "« , » n’est pas compris ici.")]
    public void A_bad_text_is_told_where_and_why(string text, int position, string message)
    {
        var read = DateExpression.TryParse(text, out var expression, out var problem);

        Assert.False(read);
        Assert.Null(expression);
        Assert.NotNull(problem);
        Assert.Equal(position, problem.Position);
        Assert.Contains(message, problem.FrenchMessage.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }
}
