using System.Security.Cryptography;
using Kundli.Astronomy.Ephemeris;
using Kundli.EphemerisCompiler;

// Compiles the published series into the resource that Kundli.Astronomy embeds. Run by hand; the output is committed.
var isToBeFitted = args is [.., "--fit"];
if (args.Length != (isToBeFitted ? 5 : 4))
{
    Console.Error.WriteLine("usage: Kundli.EphemerisCompiler DATA-FOLDER ELP-FILE VALUES-FILE OUTPUT-FILE [--fit]");
    Console.Error.WriteLine("  DATA-FOLDER  holds vsop2013/, horizons/ and nutation2000b.csv");
    Console.Error.WriteLine("  ELP-FILE     data/elpMppDeFull.js of the npm package astronomia 4.2.0");
    Console.Error.WriteLine("  VALUES-FILE  outer-planets.csv beside this program: where the integration begins; --fit writes it anew");
    return 2;
}

const int bytesMax = 4_500_000;
var heavens = new Heavens(args[0], args[1], args[2], isToBeFitted, Console.Out);
var nutation = Nutation2000B.Read(Path.Combine(args[0], "nutation2000b.csv"));
var failed = false;
var packed = new List<(SeriesId Id, byte[] Series)>();
Console.WriteLine($"{"series",-10} {"days",5} {"degrees",-10} {"longitude″",11} {"latitude″",11} {"distance",9} {"°/day",9} {"bytes",9}");
foreach (var plan in Plans.All(heavens, nutation))
{
    var series = new CompiledSeries(plan, Plans.Start, Plans.Segments(plan));
    var bytes = series.Pack();
    packed.Add((plan.Id, bytes));
    failed |= !series.IsWithinTolerance;
    Console.WriteLine($"{plan.Id,-10} {plan.Days,5} {string.Join(',', plan.Degrees),-10} {series.Longitude,11:f5} {series.Latitude,11:f5} {series.Distance,9:e1} {series.Rate,9:e1} {bytes.Length,9}{(series.IsWithinTolerance ? "" : "  ABOVE TOLERANCE")}");
}
var file = PackedWriter.File(packed);
Console.WriteLine($"{file.Length} bytes, sha256 {Convert.ToHexStringLower(SHA256.HashData(file))}");
if (failed || file.Length > bytesMax)
{
    Console.Error.WriteLine($"Not written: a series is above its tolerance, or the file above {bytesMax} bytes.");
    return 1;
}
File.WriteAllBytes(args[3], file);
return 0;
