namespace Almanach.Core.Pictures;

/// <summary>What the bytes of a picture came to.</summary>
public abstract record PictureReading
{
    private PictureReading() { }

    /// <summary>A picture that can be kept: what draws it and nothing else.</summary>
    /// <param name="Extension"><c>jpg</c> or <c>png</c>.</param>
    /// <param name="Width">Pixels, as it is shown: one that a camera held upright is higher than wide.</param>
    public sealed record Clean(ReadOnlyMemory<byte> Bytes, string Extension, int Width, int Height) : PictureReading;

    /// <param name="Because">What is wrong and what to do, in a French sentence.</param>
    public sealed record Refused(string Because) : PictureReading;
}
