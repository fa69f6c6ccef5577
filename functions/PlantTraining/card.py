"""Writes the model card from the measured figures: the weak ones first.

    python3 card.py --work DIR --name final --out MODEL.md
"""
import argparse
import json
import pathlib


def percent(value):
    return f"{100 * value['share']:.1f}% ({100 * value['low']:.1f} to {100 * value['high']:.1f}, n = {value['count']})"


ROWS = [("Top-1, all plants", "top1"), ("Top-5, all plants", "top5"), ("Top-1, Indian and medicinal", "tierATop1"), ("Top-5, Indian and medicinal", "tierATop5"),
        ("Top-1, garden and wild flowers", "tierBTop1"), ("Top-5, garden and wild flowers", "tierBTop5"), ("Photos answered as identified", "answered"),
        ("Of these right", "answeredRight"), ("Non-plants refused", "notAPlantRefused"), ("Non-plants named", "notAPlantNamed"),
        ("Unknown plants named (four species never trained on)", "unknownPlantsNamed"), ("Species known by ten reference photos alone: in the top 5", "unseenInTop5")]

HEAD = """# Model card: kundli-plants {version}

MobileNetV2 (width 1.4, 224 pixels) for {count} kinds of plant and "not a plant". Weights in half precision. Made by `functions/PlantTraining`.

## Where it is weak
- **Most species come from one source.** Within its sources the figures below flatter: a photo from another camera, place or organ is harder. {other}
- It knows leaves on plain tables for most medicinal plants and flowers for most garden plants; it has seen few whole plants and no bark.
- It knows six of the sacred trees (mango, jamun, arjuna, saptaparni, apamarga, vasaka); the others are reached by the guided key or by reference photos.
- Confidence is calibrated on photos of the same sources; on others it is too high.
- Ashwagandha has no photo in the validation quarter (28 photos in all): nothing is known of how well it is recognised.
- Never an edibility check.

The weakest species on the validation quarter (top-1):

| species | right |
|---|---|
{weakest}

## Figures, validation quarter of the photos (never trained on; 95% intervals by Wilson)
The thresholds were fitted on this same quarter, so what depends on them is a little flattered.

| figure | value |
|---|---|
{figures}
| Mean over species, top-1 | {macro:.1f}% |
| Loss of known species when four reference species take part, top-1 | {loss:.1f} points |

Temperature {temperature:.2f}; identified from {identify} with a lead of {margin}; "not a plant" from {empty}.

## Data and licences
Photos listed in the training table, {count} kinds of plant used. Licences differ: CC BY 2.0 and 4.0, CC BY-SA, research use, and **several sources state no licence**. Photos are neither in the repository
nor in the model; only weights are shipped. Non-plants are sample pictures of ImageNet classes (research use).
Backbone: `mobilenet_v2_mid` of the npm package nsfwjs 4.4.0 (MIT), whose features come from ImageNet.
"""


def main():
    parser = argparse.ArgumentParser()
    for option in ("--work", "--name", "--out"):
        parser.add_argument(option, required=True)
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--other-sources", default="Photos from other sources were not measured for this version.")
    options = parser.parse_args()
    calibration = json.loads((pathlib.Path(options.work) / f"{options.name}.calibration.json").read_text())
    figures, thresholds = calibration["figures"], calibration["thresholds"]
    classes = sorted(figures["classes"].items(), key=lambda item: item[1]["share"])
    text = HEAD.format(
        version=options.version, count=calibration.get("plants", len(classes) + 1), other=options.other_sources, weakest="\n".join(f"| {slug} | {percent(value)} |" for slug, value in classes[:10]),
        figures="\n".join(f"| {title} | {percent(figures[key])} |" for title, key in ROWS if key in figures), macro=100 * figures["macroTop1"], loss=100 * figures["knownTop1Loss"],
        temperature=calibration["temperature"], identify=thresholds["identify"], margin=thresholds["margin"], empty=thresholds["notAPlant"])
    pathlib.Path(options.out).write_text(text)


if __name__ == "__main__":
    main()
