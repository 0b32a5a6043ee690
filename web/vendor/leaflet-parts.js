// The parts of Leaflet that the map of results needs, by the names that Leaflet.markercluster looks for them.
import {Evented} from 'leaflet/src/core/Events.js';
import * as Browser from 'leaflet/src/core/Browser.js';
import * as Util from 'leaflet/src/core/Util.js';
import {LatLng} from 'leaflet/src/geo/LatLng.js';
import {LatLngBounds} from 'leaflet/src/geo/LatLngBounds.js';
import {Point} from 'leaflet/src/geometry/Point.js';
import * as DomUtil from 'leaflet/src/dom/DomUtil.js';
import {Map} from 'leaflet/src/map/index.js';
import 'leaflet/src/control/Control.Attribution.js';
import 'leaflet/src/control/Control.Zoom.js';
import {FeatureGroup, featureGroup} from 'leaflet/src/layer/FeatureGroup.js';
import {LayerGroup} from 'leaflet/src/layer/LayerGroup.js';
import {DivIcon} from 'leaflet/src/layer/marker/DivIcon.js';
import {Icon} from 'leaflet/src/layer/marker/Icon.js';
import {Marker} from 'leaflet/src/layer/marker/Marker.js';
import {TileLayer} from 'leaflet/src/layer/tile/TileLayer.js';
import {Circle} from 'leaflet/src/layer/vector/Circle.js';
import {Path} from 'leaflet/src/layer/vector/Path.js';
import {Polygon} from 'leaflet/src/layer/vector/Polygon.js';
import {Polyline} from 'leaflet/src/layer/vector/Polyline.js';
import 'leaflet/src/layer/vector/Renderer.getRenderer.js';

const {bind, extend, setOptions, stamp} = Util;

export const L = {
  Browser, Circle, DivIcon, DomUtil, Evented, FeatureGroup, Icon, LatLng, LatLngBounds, LayerGroup, Map, Marker, Path,
  Point, Polygon, Polyline, TileLayer, Util, bind, extend, featureGroup, setOptions, stamp,
};
