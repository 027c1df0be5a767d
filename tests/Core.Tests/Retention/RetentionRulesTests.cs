using Almanach.Core.Network;
using Almanach.Core.Retention;

namespace Almanach.Core.Tests.Retention;

public sealed class RetentionRulesTests
{
    private static readonly Contact Somebody = new(
        "c0001", "insee", "Ada", "Martin", "ada.martin@insee.example.org", "statisticienne", [new Role(RoleKind.Referent)], "Convention", new DateOnly(2019, 1, 7));

    [Theory]
    [InlineData("2024-06-30", 24, "2026-06-30", false)] // the last day
    [InlineData("2024-06-30", 24, "2026-07-01", true)]
    [InlineData("2024-02-29", 12, "2025-02-28", false)] // months end where they can
    [InlineData("2024-02-29", 12, "2025-03-01", true)]
    public void Data_are_kept_to_the_last_day_of_the_months_announced(string last, int months, string today, bool past) =>
        Assert.Equal(past, RetentionRules.IsPast(DateOnly.Parse(last, null), months, DateOnly.Parse(today, null)));

    [Fact]
    public void Who_is_in_the_network_is_kept() =>
        Assert.Null(RetentionRules.After(Somebody, true, 24, new DateOnly(2040, 1, 1)));

    [Fact]
    public void Who_left_long_ago_is_erased_but_for_her_id_and_organisation()
    {
        var left = MemberRules.Left(Somebody, new DateOnly(2024, 6, 30));

        Assert.Null(RetentionRules.After(left, true, 24, new DateOnly(2026, 6, 30)));
        var erased = RetentionRules.After(left, true, 24, new DateOnly(2026, 7, 1))!;

        Assert.True(erased.IsErased);
        Assert.Empty(erased.Roles);
        Assert.Equal(
            new Contact("c0001", "insee", "", Contact.ErasedName, "", "", erased.Roles, "", Somebody.Since, Generation: 3, Active: false, Left: new DateOnly(2024, 6, 30)), erased);
        Assert.Null(RetentionRules.After(erased, true, 24, new DateOnly(2040, 1, 1)));
    }

    [Fact]
    public void Of_who_objected_the_address_alone_stays_so_that_no_import_takes_her_for_somebody_new()
    {
        var erased = RetentionRules.After(MemberRules.Left(Somebody with { Suppressed = true }, new DateOnly(2020, 1, 1)), true, 24, new DateOnly(2026, 7, 1))!;

        Assert.True(erased.IsErased);
        Assert.Equal((Somebody.Address, "", true), (erased.Address, erased.Function, erased.Suppressed));
    }

    [Fact]
    public void Who_belongs_to_an_organisation_that_left_has_left_with_it_and_comes_back_with_it()
    {
        var stamped = RetentionRules.After(Somebody, false, 24, new DateOnly(2026, 7, 1))!;

        Assert.Equal(new DateOnly(2026, 7, 1), stamped.Left);
        Assert.True(RetentionRules.After(stamped, false, 24, new DateOnly(2028, 7, 2))!.IsErased);
        Assert.Null(RetentionRules.After(stamped, true, 24, new DateOnly(2028, 7, 2))!.Left);
    }

    [Fact]
    public void Who_left_on_a_day_nobody_noted_is_kept_as_long_from_the_day_it_is_seen()
    {
        var stamped = RetentionRules.After(Somebody with { Active = false }, true, 24, new DateOnly(2026, 7, 1))!;

        Assert.False(stamped.IsErased);
        Assert.Equal(new DateOnly(2026, 7, 1), stamped.Left);
    }
}
