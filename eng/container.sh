#!/usr/bin/env bash
# Publishes the command as a container image, to a registry on this machine, and runs the image in a chroot. The base image is
# made of Debian's packages and this machine's .NET runtime. Needs root, and Debian's docker-registry and curl.
# Usage: eng/container.sh FOLDER; the folder receives the registry, the unpacked image and the log.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p "$1"
work=$(cd "$1" && pwd)
port=${PORT:-5055}
registry="localhost:$port"
# What the native parts of .NET need, and a shell.
packages="base-files dash libc6 libgcc-s1 libgssapi-krb5-2 libicu72 libssl3 libstdc++6 zlib1g"

make_base() {
  local root="$work/root" folder
  mkdir -p "$root" "$work/packages"
  (cd "$work/packages" && apt-get download -q -o APT::Sandbox::User=root $packages >/dev/null)
  for package in "$work"/packages/*.deb; do dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink; done
  folder=$(dirname "$(readlink -f "$(command -v dotnet)")")
  mkdir -p "$root/usr/share/dotnet/shared" "$root/usr/bin" "$root/tmp" "$root/proc" "$root/dev"
  cp -r "$folder/dotnet" "$folder/host" "$root/usr/share/dotnet/"
  cp -r "$folder/shared/Microsoft.NETCore.App" "$root/usr/share/dotnet/shared/"
  ln -sf /usr/share/dotnet/dotnet "$root/usr/bin/dotnet"
  tar -C "$root" --numeric-owner -czf "$work/layer.tar.gz" .
}

digest() { sha256sum "$1" | cut -d' ' -f1; }

upload() { # Repository, file.
  local place
  place=$(curl -fsS -X POST -D - -o /dev/null "http://$registry/v2/$1/blobs/uploads/" | tr -d '\r' |
    awk 'tolower($1) == "location:" { print $2 }')
  curl -fsS -X PUT -H "Content-Type: application/octet-stream" --data-binary "@$2" "$place&digest=sha256:$(digest "$2")"
}

descriptor() { # Media type, file.
  printf '{"mediaType":"%s","size":%s,"digest":"sha256:%s"}' "$1" "$(stat -c %s "$2")" "$(digest "$2")"
}

push_base() {
  local types=application/vnd.docker architecture
  architecture=$(dpkg --print-architecture)
  printf '{"architecture":"%s","os":"linux","config":{"Env":["PATH=/usr/bin:/bin"]},%s"diff_ids":["sha256:%s"]}}' \
    "$architecture" '"rootfs":{"type":"layers",' \
    "$(gzip -dc "$work/layer.tar.gz" | sha256sum | cut -d' ' -f1)" > "$work/config.json"
  printf '{"schemaVersion":2,"mediaType":"%s.distribution.manifest.v2+json","config":%s,"layers":[%s]}' "$types" \
    "$(descriptor $types.container.image.v1+json "$work/config.json")" \
    "$(descriptor $types.image.rootfs.diff.tar.gzip "$work/layer.tar.gz")" > "$work/manifest.json"
  upload debian-dotnet "$work/layer.tar.gz"
  upload debian-dotnet "$work/config.json"
  curl -fsS -X PUT -H "Content-Type: $types.distribution.manifest.v2+json" --data-binary "@$work/manifest.json" \
    "http://$registry/v2/debian-dotnet/manifests/latest"
}

pull() { # Repository; unpacks the layers in order.
  local manifest layer
  manifest=$(curl -fsS -H "Accept: application/vnd.docker.distribution.manifest.v2+json" \
    -H "Accept: application/vnd.oci.image.manifest.v1+json" "http://$registry/v2/$1/manifests/latest")
  mkdir -p "$work/image"
  for layer in $(tr -d ' \n' <<< "${manifest#*layers}" | grep -o 'sha256:[0-9a-f]*'); do
    curl -fsS "http://$registry/v2/$1/blobs/$layer" | tar -xz -C "$work/image" --keep-directory-symlink
  done
  curl -fsS "http://$registry/v2/$1/blobs/$(tr -d ' \n' <<< "${manifest%%layers*}" | grep -o 'sha256:[0-9a-f]*' | head -1)" \
    > "$work/published.json"
}

printf 'version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: %s/registry\nhttp:\n  addr: 127.0.0.1:%s\n' "$work" "$port" \
  > "$work/registry.yml"
docker-registry serve "$work/registry.yml" > "$work/registry.log" 2>&1 &
server=$!
trap 'kill $server' EXIT
make_base
push_base
dotnet publish src/SpikeML.Tool -c Release --no-build -v quiet -t:PublishContainer -p:ContainerRegistry="$registry" \
  -p:ContainerBaseImage="$registry/debian-dotnet:latest" -p:ContainerRepository=spikeml -p:ContainerImageTag=latest
pull spikeml
echo "published: $(du -sh "$work/image" | cut -f1), $(grep -o '"Entrypoint":\[[^]]*\]' "$work/published.json")"
path=$(grep -o 'PATH=[^"]*' "$work/published.json")
# .NET reads /proc, which is mounted for these processes alone.
run() {
  unshare --mount sh -c 'image=$1; shift; mount --rbind /proc "$image/proc" && mount --rbind /dev "$image/dev" &&
    exec env -i "$0" HOME=/tmp "$(command -v chroot)" "$image" "$@"' "$path" "$work/image" "$@"
}
run spikeml --version
run spikeml encode rate --sample-digits 20 --num-steps 5 --output /tmp/spikes.npz
run sh -c 'spikeml raster /tmp/spikes.npz --row 3 --output /tmp/raster.png && spikeml info /tmp/spikes.npz'
