#!/bin/sh
# Makes what web/static holds of styles, fonts and icons, in a temporary folder with Node; nothing else needs Node.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
static=$(cd "$here/../static" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.scss "$here"/package.json "$here"/package-lock.json "$work"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

font=node_modules/@fontsource-variable/atkinson-hyperlegible-next
name=atkinson-hyperlegible-next
mkdir -p "$static/fonts"
for subset in latin latin-ext; do
  cp "$font/files/$name-$subset-wght-normal.woff2" "$static/fonts/$name-$subset.woff2"
done
cp "$font/LICENSE" "$static/fonts/LICENCE.txt"
cp node_modules/nhsuk-frontend/dist/nhsuk/assets/images/nhsuk-icon-cross.svg "$static/nhsuk-icon-cross.svg"

# The folder that web/assets.py serves a file from: twelve digits of its hash.
folder() {
  node -e 'const {createHash} = require("crypto"), {readFileSync} = require("fs");
    process.stdout.write("../" + createHash("sha256").update(readFileSync(process.argv[1])).digest("hex").slice(0, 12) + "/")' "$static/$1"
}
cat > _made.scss <<END
\$latin: "$(folder fonts/$name-latin.woff2)fonts/$name-latin.woff2";
\$latin-ext: "$(folder fonts/$name-latin-ext.woff2)fonts/$name-latin-ext.woff2";
\$icons: "$(folder nhsuk-icon-cross.svg)";
END
npx sass --load-path=node_modules --style=compressed --no-source-map --no-charset signpost.scss "$static/signpost.css"
