namespace Almanach.Web.Newsletter;

/// <summary>Addresses of the public pages of newsletters.</summary>
public static class LetterPaths
{
    public const string Archive = "/lettres";

    public const string Feed = "/lettres/atom.xml";
}
