#!/usr/bin/env bash
# Fuzzes the parsers of files for a number of minutes each: eng/fuzz.sh MINUTES [TARGET...]. Needs AFL++ (apt-get install afl++).
# New paths, and inputs that crash or hang a parser, are kept in output/fuzzing/TARGET; a later run goes on from them.
set -euo pipefail
cd "$(dirname "$0")/.."
minutes="${1:?usage: eng/fuzz.sh MINUTES [TARGET...]}"
shift
command -v afl-fuzz >/dev/null || { echo "AFL++ is needed: apt-get install afl++"; exit 1; }
output="$PWD/output/fuzzing"
program="$output/bin/SpikeML.Fuzzing.dll"
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1
export AFL_AUTORESUME=1 AFL_FORKSRV_INIT_TMOUT=60000 DOTNET_TieredPGO=0
[ ! -d /dev/shm ] || export TMPDIR=/dev/shm

instrument() {
  dotnet tool restore >/dev/null
  rm -rf "$output/bin"
  dotnet build -c Release tests/SpikeML.Fuzzing -v q >"$output/build.log" || { cat "$output/build.log"; exit 1; }
  cp -r tests/SpikeML.Fuzzing/bin/Release/net10.0/*/ "$output/bin"
  dotnet sharpfuzz "$output/bin/SpikeML.Transforms.dll"
  dotnet sharpfuzz "$output/bin/SpikeML.Events.dll"
  dotnet sharpfuzz "$output/bin/SpikeML.Nir.dll" SpikeML.Nir.Nir SpikeML.Nir.H5
  dotnet sharpfuzz "$output/bin/PureHDF.dll"
  dotnet sharpfuzz "$output/bin/SpikeML.Tool.dll" SpikeML.Tool.Csv SpikeML.Tool.Npz SpikeML.Tool.Records
}

fuzz() {
  # The smallest HDF5 files are larger than other inputs.
  local most=4096
  [[ $1 != nir* && $1 != *-hdf5 ]] || most=65536
  afl-fuzz -i "tests/SpikeML.Fuzzing/Corpus/$1" -o "$output/$1" -G "$most" -t 20000 -m none -V $((minutes * 60)) \
    -- dotnet "$program" fuzz "$1" >"$output/$1.log" 2>&1 || { tail -20 "$output/$1.log"; return 1; }
}

report() {
  local stats="$output/$1/default/fuzzer_stats"
  value() { sed -n "s/^$1 *: //p" "$stats"; }
  # Where few edges are stable, as on a machine that was busy at the start, the fuzzer saw little: run the target again.
  printf '%-13s %10s executions %6s paths %6s edges %7s stable %3s crashes %3s hangs\n' "$1" "$(value execs_done)" \
    "$(value corpus_count)" "$(value edges_found)" "$(value stability)" "$(value saved_crashes)" "$(value saved_hangs)"
  [ "$(value saved_crashes)" = 0 ] && [ "$(value saved_hangs)" = 0 ]
}

mkdir -p "$output"
instrument
[ $# -gt 0 ] || mapfile -t targets < <(dotnet "$program" list)
[ $# -eq 0 ] || targets=("$@")
failed=0
for target in "${targets[@]}"; do
  { fuzz "$target" && report "$target"; } || failed=1
done
exit $failed
