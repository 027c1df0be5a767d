namespace Almanach.Core.Meetings.Sittings;

/// <summary>How many members count, and how many are needed.</summary>
/// <param name="Members">Members of the body; those who step back are left out where its rules say so.</param>
/// <param name="Needed">0 where no quorum applies.</param>
/// <param name="Colleges">What each college needs; empty where nothing is asked of colleges.</param>
public sealed record QuorumCount(int Members, int Present, int Represented, int Needed, IReadOnlyList<CollegeCount> Colleges)
{
    public int Counted => Present + Represented;

    public bool Applies => Needed > 0 || Colleges.Count > 0;

    public int Missing => Math.Max(0, Needed - Counted);

    public bool Reached => Missing == 0 && Colleges.All(college => college.Missing == 0);
}

/// <param name="College">Its id.</param>
public sealed record CollegeCount(string College, int Members, int Counted, int Needed)
{
    public int Missing => Math.Max(0, Needed - Counted);
}
