// Leaflet with clusters, as one module: `L`.
import 'leaflet.markercluster/dist/leaflet.markercluster-src.js';
export {L} from './leaflet-parts.js';
