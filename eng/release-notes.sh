#!/usr/bin/env bash
# Prints the notes of a release from CHANGELOG.md: eng/release-notes.sh v1.2.3. Fails where the tag is not the version of
# Directory.Build.props, or the changelog has no dated section for it.
set -euo pipefail
cd "$(dirname "$0")/.."
tag="${1:?usage: eng/release-notes.sh vMAJOR.MINOR.PATCH}"
version="$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)"
fail() { echo "$1" >&2; exit 1; }

[ "$tag" = "v$version" ] || fail "The tag is $tag, and Directory.Build.props has version $version: tag v$version, or change it."
grep -qE "^## \[${version//./\\.}\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$" CHANGELOG.md ||
  fail "CHANGELOG.md has no line '## [$version] - YYYY-MM-DD': write the date of the release there."
notes="$(awk -v heading="## [$version]" 'index($0, "## ") == 1 { found = index($0, heading) == 1; next } found' CHANGELOG.md)"
[ -n "${notes//[[:space:]]/}" ] || fail "CHANGELOG.md says nothing of version $version."
printf '%s\n' "$notes"
