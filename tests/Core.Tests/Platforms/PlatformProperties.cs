using Almanach.Core.Platforms;
using Almanach.Core.Platforms.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Platforms;

public class PlatformProperties
{
    /// <summary>Up to eight bytes of one file, anywhere, become anything.</summary>
    [Fact]
    public void No_change_of_bytes_makes_the_reader_throw()
    {
        var sound = Folders.Exemple();
        var names = sound.Keys.Order(StringComparer.Ordinal).ToArray();
        var change = Gen.Choose(0, int.MaxValue - 1).Two();
        var changes =
            from name in Gen.Elements(names)
            from edits in change.ListOf()
            select (name, edits: edits.Take(8).ToList());

        Prop.ForAll(changes.ToArbitrary(), mutation =>
        {
            var bytes = (byte[])sound[mutation.name].Clone();
            foreach (var (at, value) in mutation.edits)
                bytes[at % bytes.Length] = (byte)value;
            return Reads(sound, mutation.name, bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void No_file_cut_short_makes_the_reader_throw()
    {
        var sound = Folders.Exemple();
        var cuts =
            from name in Gen.Elements(sound.Keys.Order(StringComparer.Ordinal).ToArray())
            from length in Gen.Choose(0, sound[name].Length)
            select (name, length);

        Prop.ForAll(cuts.ToArbitrary(), cut => Reads(sound, cut.name, sound[cut.name][..cut.length]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    /// <summary>A platform is given exactly when no problem is an error.</summary>
    private static bool Reads(Dictionary<string, byte[]> sound, string name, byte[] bytes)
    {
        var reading = PlatformFolder.Read(new Dictionary<string, byte[]>(sound) { [name] = bytes });
        return (reading.Loaded is null) == reading.Problems.Any(problem => problem.Severity == Severity.Error);
    }
}
