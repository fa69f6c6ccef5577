using FluentValidation;

namespace Kundli.Features.Places;

/// <summary>A search for a place.</summary>
/// <param name="Query">A name or its beginning, in Latin letters or Devanagari; a region or a country may follow a comma.</param>
/// <param name="Limit">How many places at most.</param>
public sealed record PlaceQuery(string Query, int Limit = Limits.LimitDefault);

/// <summary>Rules of <see cref="PlaceQuery"/>.</summary>
public sealed class PlaceQueryRules : AbstractValidator<PlaceQuery>
{
    /// <summary>Something to look for, and not too much of it.</summary>
    public PlaceQueryRules()
    {
        RuleFor(query => query.Query).NotEmpty().WithMessage("must not be empty.");
        RuleFor(query => query.Query).MaximumLength(Limits.QueryLengthMax).WithMessage($"must have at most {Limits.QueryLengthMax} characters.");
        RuleFor(query => query.Limit).InclusiveBetween(1, Limits.LimitMax).WithMessage($"must be from 1 to {Limits.LimitMax}.");
    }
}

/// <summary>The places that a search found, best first.</summary>
/// <param name="Items">The places.</param>
/// <param name="Attribution">Whose data it is.</param>
public sealed record PlacesAnswer(IReadOnlyList<Place> Items, string Attribution = "Place data: GeoNames.org, CC BY 4.0");

/// <summary>Finds places by name.</summary>
/// <param name="index">All places.</param>
public sealed class FindPlaces(PlaceIndex index)
{
    /// <summary>Exact names first, then beginnings, then misspelt names.</summary>
    public PlacesAnswer Run(PlaceQuery query) => new(index.Search(query.Query, query.Limit));
}

/// <summary>A search for the clock of a point.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record ZoneQuery(double Latitude, double Longitude);

/// <summary>Rules of <see cref="ZoneQuery"/>.</summary>
public sealed class ZoneQueryRules : AbstractValidator<ZoneQuery>
{
    /// <summary>Coordinates of the Earth.</summary>
    public ZoneQueryRules()
    {
        RuleFor(query => query.Latitude).InclusiveBetween(-90, 90).WithMessage("must be from -90 to 90 degrees.");
        RuleFor(query => query.Longitude).InclusiveBetween(-180, 180).WithMessage("must be from -180 to 180 degrees.");
    }
}

/// <summary>The clock of a point.</summary>
/// <param name="TimeZone">Its IANA zone.</param>
public sealed record ZoneAnswer(string TimeZone);

/// <summary>Finds the clock of a point anywhere on Earth.</summary>
/// <param name="zones">The map of zones.</param>
public sealed class FindZone(ITimeZoneLookup zones)
{
    /// <summary>The zone; at sea the nautical one.</summary>
    public ZoneAnswer Run(ZoneQuery query) => new(CivilZone.Find(zones, query.Latitude, query.Longitude, null).Id);
}
