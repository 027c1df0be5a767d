using Almanach.Core.Consultations;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>What the coordinator does with an article. Every command carries its instant.</summary>
public abstract record ArticleCommand(string Article, DateTimeOffset Now)
{
    /// <summary>Writes a new one.</summary>
    /// <param name="Article">Id given by the form, so that a double click writes one.</param>
    public sealed record Write(string Article, string Edition, ArticleWords Words, DateTimeOffset Now) : ArticleCommand(Article, Now);

    /// <summary>Changes its words; whoever was asked about it before was asked about other words.</summary>
    /// <param name="Seen">The version she changed.</param>
    public sealed record Edit(string Article, ArticleWords Words, int Seen, DateTimeOffset Now) : ArticleCommand(Article, Now);

    public sealed record Approve(string Article, int Seen, DateTimeOffset Now) : ArticleCommand(Article, Now);

    public sealed record SetAside(string Article, string Reason, DateTimeOffset Now) : ArticleCommand(Article, Now);

    /// <summary>It may appear after all.</summary>
    public sealed record TakeUp(string Article, DateTimeOffset Now) : ArticleCommand(Article, Now);

    /// <summary>It is meant for another edition; empty for the next that is prepared.</summary>
    public sealed record MoveTo(string Article, string Edition, DateTimeOffset Now) : ArticleCommand(Article, Now);

    /// <summary>It is read one place earlier in its section.</summary>
    public sealed record Raise(string Article, DateTimeOffset Now) : ArticleCommand(Article, Now);
}

/// <summary>The words of an article, as they are typed.</summary>
public sealed record ArticleWords(
    MatterKind Kind, string Section, string Title, string Text, string Link, DateOnly? Day, string Place, string Author, ContributedPicture? Picture = null);
