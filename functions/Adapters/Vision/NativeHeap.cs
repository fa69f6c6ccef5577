using System.Runtime.InteropServices;

namespace Kundli.Adapters.Vision;

/// <summary>
/// Pixels and tensors live outside the managed heap, in blocks of some megabytes. The C library of Linux raises the size from which it gives blocks back to the system each time a
/// larger one is freed, and so keeps hundreds of megabytes after some photos. With fixed thresholds and few arenas a process stays a good hundred megabytes smaller.
/// </summary>
public static class NativeHeap
{
    // Of malloc.h in the GNU C library.
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int ArenaMax = -8;

    private const int BlockBytes = 1024 * 1024;
    private const int Arenas = 2;

    /// <summary>Sets the thresholds of this process, before its threads have arenas of their own; does nothing where the C library is another.</summary>
    public static void KeepSmall()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out var library) || !NativeLibrary.TryGetExport(library, "mallopt", out var export))
            return;
        var set = Marshal.GetDelegateForFunctionPointer<Mallopt>(export);
        set(ArenaMax, Arenas);
        set(MapThreshold, BlockBytes);
        set(TrimThreshold, BlockBytes);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Mallopt(int parameter, int value);
}
