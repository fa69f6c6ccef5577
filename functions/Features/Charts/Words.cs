using System.Text.Json;

namespace Kundli.Features.Charts;

/// <summary>Enumerations as the contract writes them.</summary>
public static class Words
{
    /// <summary>A value in camelCase: <c>uttaraPhalguni</c>, <c>d9</c>.</summary>
    public static string Key<T>(T value)
        where T : struct, Enum => Cache<T>.Keys.TryGetValue(value, out var key) ? key : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Keys = Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
