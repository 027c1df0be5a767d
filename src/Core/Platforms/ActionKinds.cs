namespace Almanach.Core.Platforms;

/// <summary>What kinds of action have in common.</summary>
public static class ActionKinds
{
    /// <summary>Whether an action of this kind brings people together: a meeting of it can be planned. A working group plans its own.</summary>
    public static bool Meets(this ActionKind kind) => kind switch
    {
        ActionKind.JourneeEchanges or ActionKind.Atelier or ActionKind.RencontreTechnique or ActionKind.Seminaire
            or ActionKind.Etude or ActionKind.Restitution or ActionKind.Formation => true,
        ActionKind.GroupeDeTravail or ActionKind.TableauDeBord or ActionKind.Portraits or ActionKind.Communication => false,
    };

    /// <summary>Whether it goes on after its meeting: a working group lives until it is closed.</summary>
    public static bool Lasts(this ActionKind kind) => kind == ActionKind.GroupeDeTravail;

    public static ActionKindSetting? SettingOf(this Platform platform, ActionKind kind) => platform.ActionKinds.FirstOrDefault(setting => setting.Kind == kind);

    /// <summary>What a meeting of an action is called: its kind, but a study is shown at a restitution.</summary>
    public static string MeetingName(this Platform platform, ActionKind kind) => kind == ActionKind.Etude
        ? platform.SettingOf(ActionKind.Restitution)?.Name ?? "Restitution"
        : platform.SettingOf(kind)?.Name ?? "Rencontre";
}
