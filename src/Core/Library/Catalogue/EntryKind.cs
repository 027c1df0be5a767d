namespace Almanach.Core.Library.Catalogue;

/// <summary>What an entry of the catalogue is: a study, which is finished, or a source, which goes on.</summary>
public enum EntryKind
{
    Study,
    Report,
    Survey,
    DataSource,

    /// <summary>Tableau de bord, atlas, observatoire en ligne.</summary>
    Dashboard,
    Publication,
}

/// <summary>On what conditions it can be read or had.</summary>
public enum EntryAccess
{
    Open,
    OnRequest,
    MembersOnly,
}

/// <summary>Who may read that it exists.</summary>
public enum EntryDiffusion
{
    Public,

    /// <summary>The network only.</summary>
    Internal,
}

/// <summary>How often a source is brought up to date.</summary>
public enum Rhythm
{
    Unknown,
    Once,
    Monthly,
    Quarterly,
    Yearly,
    EveryOtherYear,
    Irregular,
}
