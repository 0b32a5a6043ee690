"""Where postcodes, places and local authorities are, from compiled tables and never from the network."""

from directory.geography.answers import PRECISIONS, Finding, PlaceColumns
from directory.geography.authorities import LocalAuthority
from directory.geography.compilation import build, ensure, is_current
from directory.geography.distance import distances_m
from directory.geography.gazetteer import Gazetteer
from directory.geography.geocoder import SignpostGeocoder
from directory.geography.onspd import Progress
from directory.geography.outlines import Box
from directory.geography.tables import NotBuilt

__all__ = [
    "PRECISIONS",
    "Box",
    "Finding",
    "Gazetteer",
    "LocalAuthority",
    "NotBuilt",
    "PlaceColumns",
    "Progress",
    "SignpostGeocoder",
    "build",
    "distances_m",
    "ensure",
    "is_current",
]
