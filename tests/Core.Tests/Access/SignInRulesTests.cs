using Almanach.Core.Access;
using Almanach.Core.Engine;

namespace Almanach.Core.Tests.Access;

public sealed class SignInRulesTests
{
    private static readonly DateTimeOffset Noon = new(2022, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]        // at once
    [InlineData(899, true)]      // the last second of the quarter of an hour
    [InlineData(900, false)]     // the quarter of an hour is over
    public void A_code_opens_for_a_quarter_of_an_hour(int seconds, bool opens) =>
        Assert.Equal(opens, SignInRules.Try(Issued(), "good", Noon.AddSeconds(seconds)).Opens);

    [Fact]
    public void A_mailed_code_opens_once_and_a_printed_one_again()
    {
        var mailed = SignInRules.Try(Issued(), "good", Noon).Next;
        var printed = SignInRules.Try(Issued() with { Once = false }, "good", Noon).Next;

        Assert.False(SignInRules.Try(mailed, "good", Noon).Opens);
        Assert.True(SignInRules.Try(printed, "good", Noon).Opens);
    }

    [Fact]
    public void After_ten_wrong_codes_the_right_one_no_longer_opens()
    {
        var code = Issued();

        for (var i = 0; i < 9; i++)
            code = SignInRules.Try(code, "bad", Noon).Next;
        var afterNine = SignInRules.Try(code, "good", Noon).Opens;
        var afterTen = SignInRules.Try(SignInRules.Try(code, "bad", Noon).Next, "good", Noon).Opens;

        Assert.Equal((true, false), (afterNine, afterTen));
    }

    [Theory]
    [InlineData(59, false, true)]   // within the minute
    [InlineData(60, false, false)]  // a minute later
    [InlineData(10, true, false)]   // the former one was used: she has signed out
    public void A_new_code_waits_a_minute_unless_the_former_was_used(int seconds, bool used, bool refused) =>
        Assert.Equal(refused, SignInRules.Issue(Issued() with { Used = used }, "new", Noon.AddSeconds(seconds)) is Decision<SignInCode>.Refused);

    [Theory]
    [InlineData("abcd-efgh", "ABCDEFGH")]      // small letters and a dash
    [InlineData(" ABCD EFGH ", "ABCDEFGH")]    // spaces
    [InlineData("ABCDEFGHJKL", "ABCDEFGHJ")]   // too long: one more than a code, so that it is refused
    [InlineData("", "")]                       // nothing
    public void A_code_is_read_as_people_type_it(string typed, string read) => Assert.Equal(read, SignInRules.Read(typed));

    private static SignInCode Issued() => ((Decision<SignInCode>.Accepted)SignInRules.Issue(null, "good", Noon)).State;
}
