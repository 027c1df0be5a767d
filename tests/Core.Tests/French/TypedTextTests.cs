using Almanach.Core.French;

namespace Almanach.Core.Tests.French;

/// <summary>What is dropped from what people type, and what is kept.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd\te", "a\nb\nc\nd\te")] // line ends are one, tabs stay
    [InlineData("\u202Etitre\u202C", "titre")] // an override would turn the page around
    [InlineData("\u2066titre\u2069", "titre")] // so would an isolate
    [InlineData("a\u0000b\u001Bc\u0085d\u007F", "abcd")] // C0, C1, delete
    [InlineData("«\u00A0L’été\u202F!\u00A0»", "«\u00A0L’été\u202F!\u00A0»")] // spaces of French typography stay
    [InlineData("👩\u200D🌾", "👩\u200D🌾")] // so does what holds a sign together
    public void Characters_nobody_sees_are_dropped_and_words_are_kept(string typed, string kept)
    {
        Assert.Equal(kept, TypedText.Clean(typed));
        Assert.False(TypedText.HasStray(kept));
    }

    [Theory]
    [InlineData("deux\r\nlignes", false)]
    [InlineData("\u202Eretourné", true)]
    [InlineData("nul\0", true)]
    public void A_text_that_holds_one_is_told_apart_from_one_with_line_ends(string text, bool stray) =>
        Assert.Equal(stray, TypedText.HasStray(text));
}
