using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Kundli.LocalHost.Hosting;

/// <summary>The static pages, which on Azure a blob container behind Front Door serves.</summary>
internal static class Pages
{
    // No inline script or style, nothing from elsewhere: the pages are built to live within it.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Serves a folder at the root with the headers that the edge adds.</summary>
    public static void UsePages(this IApplicationBuilder app, string folder)
    {
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = types,
            OnPrepareResponse = context =>
            {
                var headers = context.Context.Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                // A script bears the hash of its content in its name: under that name it never changes.
                headers.CacheControl = context.File.Name.EndsWith(".js", StringComparison.Ordinal) && context.File.Name.Contains('-', StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
            },
        });
    }
}
