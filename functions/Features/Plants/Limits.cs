namespace Kundli.Features.Plants;

/// <summary>Limits of the plant finder.</summary>
public static class Limits
{
    /// <summary>Photos of one identification.</summary>
    public const int PhotosMax = 5;

    /// <summary>Bytes of one photo.</summary>
    public const int PhotoBytesMax = 10 * 1024 * 1024;

    /// <summary>Bytes of all photos of one identification.</summary>
    public const int RequestBytesMax = 25 * 1024 * 1024;

    /// <summary>First bytes of a photo, within which its size must be found: profiles and previews stand before it.</summary>
    public const int HeaderBytesMax = 256 * 1024;

    /// <summary>Pixels of one photo: what is decoded takes four bytes each.</summary>
    public const long PixelsMax = 40_000_000;

    /// <summary>Pixels along one side of a photo.</summary>
    public const int SideMax = 16_384;

    /// <summary>Pixels along one side of a photo, below which nothing can be said about it.</summary>
    public const int SideMin = 32;

    /// <summary>Pixels along the longer side of a photo as it is kept.</summary>
    public const int KeptSideMax = 1600;

    /// <summary>Pixels along the longer side of a thumbnail.</summary>
    public const int ThumbnailSideMax = 320;

    /// <summary>Times that an analysis is begun before it is given up: some are lost to processes that are killed from outside, and a photo that kills its own must not do so for ever.</summary>
    public const int AttemptsMax = 8;

    /// <summary>Species that an answer names.</summary>
    public const int SuggestionsMax = 5;

    /// <summary>After so long an analysis that has not ended is taken up again.</summary>
    public static readonly TimeSpan AnalysisLease = TimeSpan.FromMinutes(1);

    /// <summary>So old the reference vectors in memory may be.</summary>
    public static readonly TimeSpan PrototypesAge = TimeSpan.FromSeconds(5);

    /// <summary>Reference photos of one request.</summary>
    public const int ReferencesMax = 24;

    /// <summary>Bytes of all reference photos of one request.</summary>
    public const int ReferenceBytesMax = 60 * 1024 * 1024;

    /// <summary>How long an address takes a photo.</summary>
    public static readonly TimeSpan UploadTime = TimeSpan.FromMinutes(15);

    /// <summary>After so long photos are removed that were sent to an address and never submitted.</summary>
    public static readonly TimeSpan UploadRetention = TimeSpan.FromHours(1);

    /// <summary>How long photos are kept that somebody gave for training.</summary>
    public static readonly TimeSpan TrainingRetention = TimeSpan.FromDays(730);

    /// <summary>How long photos and the result of a guest or customer are kept.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);
}
