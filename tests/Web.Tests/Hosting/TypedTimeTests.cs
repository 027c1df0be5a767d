using Almanach.Web.Hosting;

namespace Almanach.Web.Tests.Hosting;

public sealed class TypedTimeTests
{
    [Theory]
    [InlineData("demain", "Ce jour ne se lit pas. Écrivez par exemple 14/06/2022.")]
    [InlineData("31/02/2022", "Ce jour ne se lit pas. Écrivez par exemple 14/06/2022.")]
    [InlineData("1999-01-01", "Ce jour est passé depuis longtemps. Vérifiez l’année.")]
    [InlineData("1/1/1999", "Ce jour est passé depuis longtemps. Vérifiez l’année.")]
    [InlineData("2222-01-01", "Ce jour est trop lointain. Vérifiez l’année.")]
    public void A_day_that_is_not_taken_is_told_as_what_it_is(string typed, string told)
    {
        Assert.Null(TypedTime.Day(typed));
        Assert.Equal(told, TypedTime.Unread(typed, "Écrivez par exemple 14/06/2022."));
    }
}
