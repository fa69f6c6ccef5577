using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kundli.Worker.Contract;

/// <summary>
/// The documentation comments that the compiler writes beside an assembly. They describe the code to an engineer and the contract to a client:
/// one text, one place. Without the files the contract is the same, only less talkative.
/// </summary>
internal sealed partial class Comments
{
    private readonly Dictionary<string, XElement> _members;

    private Comments(Dictionary<string, XElement> members) => _members = members;

    /// <summary>Reads the files of some assemblies, where they are.</summary>
    public static Comments Beside(params IEnumerable<Assembly> assemblies) => new(
        (from assembly in assemblies
         let file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml")
         where File.Exists(file)
         from member in XDocument.Load(file).Descendants("member")
         group member by member.Attribute("name")!.Value).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal));

    /// <summary>The summary of a type, or null.</summary>
    public string? Of(Type type) => Text(Member(type)?.Element("summary"));

    /// <summary>The summary of a function, or null.</summary>
    public string? Of(MethodInfo method) =>
        Text(_members.FirstOrDefault(member => member.Key.StartsWith($"M:{NameOf(method.DeclaringType!)}.{method.Name}(", StringComparison.Ordinal)
            || member.Key == $"M:{NameOf(method.DeclaringType!)}.{method.Name}").Value?.Element("summary"));

    /// <summary>What a member of a record says of itself: its own summary, or the record's line about the parameter.</summary>
    public string? Of(Type type, string property) =>
        Text(_members.GetValueOrDefault($"P:{NameOf(type)}.{property}")?.Element("summary")
            ?? Member(type)?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == property));

    /// <summary>The same, of a member as JSON knows it.</summary>
    public string? Of(JsonPropertyInfo member) => Of(member.DeclaringType, (member.AttributeProvider as MemberInfo)?.Name ?? member.Name);

    /// <summary>The example of a request record, as JSON text, or null.</summary>
    public string? ExampleOf(Type type) => Member(type)?.Element("example")?.Value.Trim();

    private XElement? Member(Type type) => _members.GetValueOrDefault("T:" + NameOf(type));

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var text = string.Concat(element.DescendantNodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } reference => LastWord(reference),
            _ => "",
        }));
        return Blanks().Replace(text, " ").Trim();
    }

    private static string LastWord(XElement reference) =>
        (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value.Split('.', ':')[^1].Split('(')[0] ?? "";

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
