using Almanach.Core.French;

namespace Almanach.Core.Tests.French;

public class ElisionTests
{
    [Theory]
    [InlineData("Olivier Pichon", "d’Olivier Pichon")]
    [InlineData("Antoine Weber", "d’Antoine Weber")]
    [InlineData("Émilie Roux", "d’Émilie Roux")]
    [InlineData("Œuvre", "d’Œuvre")]
    [InlineData("Hélène Roux", "d’Hélène Roux")]
    [InlineData("Yves Roux", "d’Yves Roux")]
    [InlineData("Yann Roux", "de Yann Roux")]
    [InlineData("une personne qui n’est plus dans le réseau", "d’une personne qui n’est plus dans le réseau")]
    [InlineData("Claire Martin", "de Claire Martin")]
    [InlineData("la coordination", "de la coordination")]
    [InlineData("", "de ")]
    public void De_is_elided_before_a_vowel_that_is_heard(string name, string said) => Assert.Equal(said, Elision.De(name));
}
