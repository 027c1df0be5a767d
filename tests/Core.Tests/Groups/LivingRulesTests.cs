using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Network;

namespace Almanach.Core.Tests.Groups;

public sealed class LivingRulesTests
{
    private static readonly DateTimeOffset Now = new(2023, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2023, 3, 1);
    private static readonly Group Living = new("2022-vieillir", "Vieillir chez soi", 2022, "vieillir", Now.AddMonths(-8), "insee", "c1", [new("insee", "c1")], [], "", []);

    private static readonly Roster People = new(
        [new Organisation("insee", "Insee", "l’Insee", "etat", "", null, ""), new Organisation("caf", "CAF", "la CAF", "etat", "", null, "")],
        [Person("c1", "insee"), Person("c2", "caf")]);

    private static readonly GroupEdit Sound = new("caf", "c2", [new("insee", "c1"), new("caf", null)], [new("Anne Petit", "Université")], "Deux réunions.");

    [Fact]
    public void What_is_known_of_a_group_is_written_anew_and_the_rest_stays()
    {
        var edited = Assert.IsType<Decision<Group>.Accepted>(LivingRules.Edit(Living, Sound, People)).State;

        Assert.Equal(("caf", "c2", "Deux réunions.", "Vieillir chez soi"), (edited.Pilot, edited.Referent, edited.Plan, edited.Title));
        Assert.True(edited.Gathers("insee"));
        Assert.IsType<Decision<Group>.AlreadyDone>(LivingRules.Edit(edited, Sound, People));
    }

    public static TheoryData<GroupEdit, string> Refused => new()
    {
        { Sound with { Pilot = "inconnu" }, "pilote" },
        { Sound with { Referent = "inconnu" }, "referent" },
        { Sound with { Members = [new("inconnu", null)] }, "organismes" },
        { Sound with { Members = [new("insee", "c2")] }, "organismes" }, // of another organisation
        { Sound with { Members = [.. Enumerable.Repeat(new GroupMember("insee", null), 101)] }, "organismes" },
        { Sound with { Resources = [new("", "Université")] }, "ressources" },
        { Sound with { Resources = [.. Enumerable.Repeat(new ResourcePerson("Anne", ""), 31)] }, "ressources" },
        { Sound with { Plan = new string('x', 10_001) }, "plan" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_makes_no_sense_is_refused_with_its_field(GroupEdit edit, string field)
    {
        Assert.Equal(field, Assert.IsType<Decision<Group>.Refused>(LivingRules.Edit(Living, edit, People)).Refusal.Fields.Single().Field);
    }

    [Theory]
    [InlineData(2020, false)] // long before the group
    [InlineData(2022, true)]
    [InlineData(2023, true)]
    [InlineData(2024, false)] // still to come
    public void A_report_is_of_a_year_of_the_group(int year, bool taken)
    {
        Assert.Equal(taken, LivingRules.Report(Living, year, "Trois réunions.", Today, Now) is Decision<Group>.Accepted);
    }

    [Fact]
    public void A_year_has_one_report_and_years_follow_each_other()
    {
        var group = Reported(Reported(Reported(Living, 2023, "Une réunion."), 2022, "Trois réunions."), 2023, "Deux réunions.");

        Assert.Equal([(2022, "Trois réunions."), (2023, "Deux réunions.")], group.Reports.Select(report => (report.Year, report.Text)));
    }

    [Fact]
    public void A_group_ends_and_may_be_taken_up_again()
    {
        var ended = Assert.IsType<Decision<Group>.Accepted>(LivingRules.Turn(Living, GroupState.Closed, Now)).State;

        Assert.Equal((GroupState.Closed, Now), (ended.State, ended.Closed));
        Assert.IsType<Decision<Group>.AlreadyDone>(LivingRules.Turn(ended, GroupState.Closed, Now.AddDays(1)));
        Assert.Null(Assert.IsType<Decision<Group>.Accepted>(LivingRules.Turn(ended, GroupState.Launched, Now)).State.Closed);
    }

    [Fact]
    public void Resource_persons_are_kept_while_the_group_lives_and_until_it_is_past_keeping()
    {
        var group = Living with { Resources = [new("Anne Petit", "")] };

        Assert.Null(LivingRules.After(group, _ => true));
        Assert.Null(LivingRules.After(group with { Closed = Now }, _ => false));
        Assert.Empty(LivingRules.After(group with { Closed = Now }, _ => true)!.Resources);
    }

    private static Group Reported(Group group, int year, string text) => Assert.IsType<Decision<Group>.Accepted>(LivingRules.Report(group, year, text, Today, Now)).State;

    private static Contact Person(string id, string organisation) => new(id, organisation, "Anne", "Petit", $"{id}@example.org", "", [new Role(RoleKind.Referent)], "", new DateOnly(2020, 1, 1));
}
