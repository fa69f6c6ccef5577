using System.Diagnostics;

using Xunit;

namespace Kundli.Testing;

/// <summary>Other processes, by their ids.</summary>
public static class Processes
{
    public static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Ends a process as <c>kill -9</c> does.</summary>
    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    /// <summary>Sends a signal by its short name (<c>TERM</c>, <c>INT</c>).</summary>
    public static async Task SignalAsync(string name, int pid)
    {
        using var kill = Process.Start("kill", [$"-{name}", pid.ToString()]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits until a process is gone, and fails after twenty seconds.</summary>
    public static async Task GoneAsync(int pid)
    {
        for (var i = 0; IsRunning(pid); i++)
        {
            Assert.True(i < 400, $"The process {pid} was left behind.");
            await Task.Delay(50);
        }
    }
}
