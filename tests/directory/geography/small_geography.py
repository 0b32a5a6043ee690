"""A postcode package and a pack in their publishers' exact formats, small enough to compile in a moment."""

import gzip
from pathlib import Path

import brotli
import msgspec
import pyarrow as pa
from pyarrow import parquet

from directory.geography.named_places import Town

NAN = float("nan")
POSTCODES = [
    ("SW1A1AA", "E09000033", 529090.0, 179645.0),
    ("NE289ND", "E08000022", 432356.0, 568698.0),
    ("NE289NE", "E08000022", 432400.0, 568700.0),
    ("BT1 5GS", "N09000003", 333800.0, 374300.0),
    ("NE989AA", NAN, NAN, NAN),
    ("NE989AB", "E08000022", 0.0, 0.0),
    ("JE2 3AB", "L99999999", NAN, NAN),
    ("NPT 0AD", "W06000022", 331400.0, 188500.0),
    ("GIR 0AA", NAN, NAN, NAN),
]
TOWNS = {"2634864": Town("Wallsend", 55.0115, -1.4950, "GB", 42_739, ["Segedunum"])}
AUTHORITIES = """\
LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE,UTLACD,UTLANM,CAUTHNM,RGNNM,CTRYNM,Current,pop,p65p,n_areas,lat,lon
E08000022,North Tyneside,E08000022,North Tyneside,E08000022,North Tyneside,,North East,England,TRUE,1,1,1,55.0,-1.5
E09000033,Westminster,E09000033,Westminster,E09000033,Westminster,,London,England,TRUE,1,1,1,51.5,-0.1
E07000099,Oldshire,E08000022,North Tyneside,E08000022,North Tyneside,,North East,England,FALSE,,,,,
N09000003,Belfast,N09000003,Belfast,N09000003,Belfast,,,Northern Ireland,TRUE,,,,,
"""
GAZETTEER = """\
name,kind,source,id,lat,lon,within,pop,n_stops,lad25,area,outcode
Wallsend,town,geonames,2634864,55.0115,-1.4950,,42739,,E08000022,E01008575,NE28
Wallsend (North Tyneside),town,buasd11,E35001401,55.0120,-1.4960,North Tyneside,45954,,E08000022,E01008576,NE28
Howdon,locality,nptg,E0031200,55.0100,-1.4900,,,25,E08000022,E01008577,NE28
North Tyneside,local_authority,lad25,E08000022,55.0120,-1.4960,North East,210000,,E08000022,E01008578,NE28
Central,ward,ward25,N08000301,54.5980,-5.9300,Belfast,,,,,
Sark,locality,nptg,X1,49.4300,-2.3600,,,1,,,
"""


def write_postcode_package(folder: Path) -> Path:
    """The one file of a postcode package."""
    names = ("pcd", "laua", "oseast1m", "osnrth1m")
    data = dict(zip(names, map(list, zip(*POSTCODES, strict=True)), strict=True))
    file = folder / "postcodes_X.msgpack.br"
    file.write_bytes(brotli.compress(msgspec.msgpack.encode({"columns": names, "data": data})))
    return file


def write_pack(folder: Path) -> Path:
    """A folder with the three files that are read from the pack."""
    folder.mkdir()
    (folder / "local_authorities.csv").write_text(AUTHORITIES, encoding="utf-8")
    with gzip.open(folder / "gazetteer.csv.gz", "wt", encoding="utf-8") as file:
        file.write(GAZETTEER)
    parquet.write_table(pa.table({"pc": ["NE28 9NE"], "status": ["T"]}), folder / "postcodes_gb_terminated.parquet")
    return folder
