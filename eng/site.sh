#!/usr/bin/env bash
# Builds the site of the documentation in output/site; any warning of docfx, such as a dead link, is an error.
# To read it: python3 -m http.server --directory output/site
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet run -c Release --project eng/Site -- output/site-source
rm -rf output/site
dotnet docfx build output/site-source/docfx.json --warningsAsErrors --logLevel warning
# Search shows the titles of pages, not of browser tabs. Nobody debugs the template's scripts here.
sed -i.before 's/ | SpikeML"/"/' output/site/index.json
find output/site -name '*.map' -delete -o -name '*.before' -delete
echo "output/site: $(find output/site -name '*.html' | wc -l) pages, $(du -sh output/site | cut -f1)"
