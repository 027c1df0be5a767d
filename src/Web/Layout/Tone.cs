namespace Almanach.Web.Layout;

/// <summary>The colour of a notice. It never says anything its words don't.</summary>
public enum Tone
{
    Plain,
    Good,
    Careful,
    Wrong,
}
