#!/bin/sh
# Makes web/static/vendor in a temporary folder with Node; nothing else needs Node.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
made=$(cd "$here/../static/vendor" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.js "$here"/package.json "$here"/package-lock.json "$work"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

cp node_modules/htmx.org/dist/htmx.min.js "$made/htmx.js"
# Without their comments the licences still have to go along.
{
  echo "/*! Leaflet 1.9.4, BSD-2-Clause, and Leaflet.markercluster 1.5.3, MIT; both licences are in LICENCES.txt. */"
  npx esbuild map.js --bundle --format=esm --inject:leaflet-parts.js --minify --legal-comments=none --target=es2020
} > "$made/leaflet.js"
# Pictures of pins and of the list of layers, which it names, are of parts that are left out.
{
  echo "/*! Leaflet 1.9.4, BSD-2-Clause, and Leaflet.markercluster 1.5.3, MIT; both licences are in LICENCES.txt. */"
  cat node_modules/leaflet/dist/leaflet.css node_modules/leaflet.markercluster/dist/MarkerCluster.css |
    sed 's/background-image: *url([^)]*);//' | npx esbuild --loader=css --minify
} > "$made/leaflet.css"
for package in htmx.org leaflet leaflet.markercluster; do
  printf '%s\n\n' "== $package"
  cat "node_modules/$package"/*LICEN[CS]E*
  echo
done > "$made/LICENCES.txt"
