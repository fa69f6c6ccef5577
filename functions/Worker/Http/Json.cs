using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kundli.Worker.Http;

/// <summary>The one JSON setting of the HTTP surface: camelCase, enums as camelCase strings, instants with <c>Z</c>, absent instead of null.</summary>
internal static class Json
{
    /// <summary>Nesting that a request may have; deeper is malformed.</summary>
    public const int DepthMax = 32;

    /// <summary>Settings for reading and writing; frozen at first use.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>UTF-8 bytes of a value by its declared type.</summary>
    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DictionaryKeyPolicy = null,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = DepthMax,
            AllowDuplicateProperties = false,
            // Answers are application/json with nosniff and never inlined into a page, so Devanagari and "+05:30" stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new UtcInstants() },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>ISO 8601 with an offset in, always <c>Z</c> out, with as many fractional digits as there are.</summary>
    private sealed class UtcInstants : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant) && HasOffset(reader.GetString()!)
                ? instant.ToUniversalTime()
                : throw new JsonException("An instant needs a date, a time and an offset.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

        private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 16 && text.LastIndexOfAny(['+', '-']) > 10);
    }
}
