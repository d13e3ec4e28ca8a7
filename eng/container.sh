#!/usr/bin/env bash
# Publishes the command and the web service as container images, to a registry on this machine, and runs the images in a chroot.
# The base images are made of Debian's packages and this machine's .NET runtime. Needs root, and Debian's docker-registry and
# curl.
# Usage: eng/container.sh FOLDER; the folder receives the registry, the unpacked images and the log.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p "$1"
work=$(cd "$1" && pwd)
port=${PORT:-5055}
registry="localhost:$port"
# What the native parts of .NET need, and a shell.
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
packages="base-files dash libc6 libgcc-s1 libgssapi-krb5-2 libicu72 libssl3 libstdc++6 zlib1g"

make_base() {
  local root="$work/root"
  mkdir -p "$root" "$work/packages"
  (cd "$work/packages" && apt-get download -q -o APT::Sandbox::User=root $packages >/dev/null)
  for package in "$work"/packages/*.deb; do dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink; done
  mkdir -p "$root/usr/share/dotnet/shared" "$root/usr/bin" "$root/tmp" "$root/proc" "$root/dev"
  cp -r "$dotnet/dotnet" "$dotnet/host" "$root/usr/share/dotnet/"
  cp -r "$dotnet/shared/Microsoft.NETCore.App" "$root/usr/share/dotnet/shared/"
  ln -sf /usr/share/dotnet/dotnet "$root/usr/bin/dotnet"
}

add_aspnet() {
  cp -r "$dotnet/shared/Microsoft.AspNetCore.App" "$work/root/usr/share/dotnet/shared/"
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

push_base() { # Repository.
  local types=application/vnd.docker architecture
  tar -C "$work/root" --numeric-owner -czf "$work/layer.tar.gz" .
  architecture=$(dpkg --print-architecture)
  printf '{"architecture":"%s","os":"linux","config":{"Env":["PATH=/usr/bin:/bin"]},%s"diff_ids":["sha256:%s"]}}' \
    "$architecture" '"rootfs":{"type":"layers",' \
    "$(gzip -dc "$work/layer.tar.gz" | sha256sum | cut -d' ' -f1)" > "$work/config.json"
  printf '{"schemaVersion":2,"mediaType":"%s.distribution.manifest.v2+json","config":%s,"layers":[%s]}' "$types" \
    "$(descriptor $types.container.image.v1+json "$work/config.json")" \
    "$(descriptor $types.image.rootfs.diff.tar.gzip "$work/layer.tar.gz")" > "$work/manifest.json"
  upload "$1" "$work/layer.tar.gz"
  upload "$1" "$work/config.json"
  curl -fsS -X PUT -H "Content-Type: $types.distribution.manifest.v2+json" --data-binary "@$work/manifest.json" \
    "http://$registry/v2/$1/manifests/latest"
}

publish() { # Project, repository, base.
  dotnet publish "$1" -c Release --no-build -v quiet -t:PublishContainer -p:ContainerRegistry="$registry" \
    -p:ContainerBaseImage="$registry/$3:latest" -p:ContainerRepository="$2" -p:ContainerImageTag=latest
}

pull() { # Repository; unpacks the layers in order.
  local manifest layer image="$work/$1"
  manifest=$(curl -fsS -H "Accept: application/vnd.docker.distribution.manifest.v2+json" \
    -H "Accept: application/vnd.oci.image.manifest.v1+json" "http://$registry/v2/$1/manifests/latest")
  mkdir -p "$image"
  for layer in $(tr -d ' \n' <<< "${manifest#*layers}" | grep -o 'sha256:[0-9a-f]*'); do
    curl -fsS "http://$registry/v2/$1/blobs/$layer" | tar -xz -C "$image" --keep-directory-symlink
  done
  curl -fsS "http://$registry/v2/$1/blobs/$(tr -d ' \n' <<< "${manifest%%layers*}" | grep -o 'sha256:[0-9a-f]*' | head -1)" \
    > "$image.json"
  echo "$1: $(du -sh "$image" | cut -f1), compressed $(tr -d ' \n' <<< "${manifest#*layers}" | grep -o '"size":[0-9]*' |
    awk -F: '{ bytes += $2 } END { printf "%.1f MB", bytes / 1e6 }'), $(grep -o '"Entrypoint":\[[^]]*\]' "$image.json")"
}

printf 'version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: %s/registry\nhttp:\n  addr: 127.0.0.1:%s\n' "$work" "$port" \
  > "$work/registry.yml"
docker-registry serve "$work/registry.yml" > "$work/registry.log" 2>&1 &
server=$!
trap 'kill $server' EXIT
# .NET reads /proc, which is mounted for these processes alone.
run() { # Repository, command.
  local image="$work/$1" path
  path=$(grep -o 'PATH=[^"]*' "$image.json")
  shift
  exec unshare --mount sh -c 'image=$1; shift; mount --rbind /proc "$image/proc" && mount --rbind /dev "$image/dev" &&
    exec env -i "$0" HOME=/tmp "$(command -v chroot)" "$image" "$@"' "$path" "$image" "$@"
}

make_base
push_base debian-dotnet
publish src/SpikeML.Tool spikeml debian-dotnet
pull spikeml
(run spikeml spikeml --version)
(run spikeml spikeml encode rate --sample-digits 20 --num-steps 5 --output /tmp/spikes.npz)
(run spikeml sh -c 'spikeml raster /tmp/spikes.npz --row 3 --output /tmp/raster.png && spikeml info /tmp/spikes.npz')

add_aspnet
push_base debian-aspnet
publish samples/SpikeML.WebApi spikeml-webapi debian-aspnet
pull spikeml-webapi
address="http://127.0.0.1:$((port + 1))"
run spikeml-webapi dotnet /app/SpikeML.WebApi.dll --urls "$address" --model /tmp/digits.zip &
service=$!
trap 'kill $server $service' EXIT
for second in $(seq 120); do
  ! curl -fsS -o /dev/null "$address/health/ready" 2>/dev/null || break
  kill -0 $service
  sleep 1
done
curl -fsS "$address/health"
echo
curl -fsS -o /dev/null -w 'the page: %{http_code}\n' "$address/"
