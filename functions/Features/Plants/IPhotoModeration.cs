namespace Kundli.Features.Plants;

/// <summary>Keeps out what nobody wants to keep, look at or be sent: explicit pictures. Asked after decoding and before anything is kept.</summary>
public interface IPhotoModeration
{
    /// <summary>Loads the classifier where that was not done yet.</summary>
    void Load();

    /// <summary>Whether a photo may be kept and analysed.</summary>
    bool MayKeep(CleanPhoto photo);
}

/// <summary>What is told of a photo that may not be kept.</summary>
public static class Moderation
{
    /// <summary>The photo is explicit, or looks so to a classifier, which is wrong now and then.</summary>
    public static readonly Problem Refused = new("photo-refused", "The photo was not kept.")
    {
        Detail = "A classifier takes the photo for an explicit one. If it shows a plant, take another from a little further away.",
    };
}
