Console.Error.WriteLine("usage: Kundli.EphemerisCompiler DATA-FOLDER OUTPUT-FILE");
return 2;
