using System.Globalization;
using BenchmarkDotNet.Running;
using Kundli.Benchmarks;

// --places prints what places and zones add to a process: resident memory after everything else that the runtime needs has been touched.
if (args.Contains("--places"))
{
    Console.WriteLine(AlmanacScenarios.ResidentMemoryOfPlaces());
    return 0;
}
// --quick prints one JSON object a line in well under 30 s, of all scenarios or of those that are named behind it; anything else goes to BenchmarkDotNet (all its options hold).
if (!args.Contains("--quick"))
{
    BenchmarkSwitcher.FromAssembly(typeof(Scenarios).Assembly).Run(args);
    return 0;
}
var named = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
foreach (var scenario in Scenarios.All.Where(scenario => named.Count == 0 || named.Contains(scenario.Name)))
    Console.WriteLine(Quick.Measure(scenario).ToString(CultureInfo.InvariantCulture));
return 0;
