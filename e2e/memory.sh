#!/usr/bin/env bash
# Makes a folder in memory for what the tests write for the moment, and prints its path; prints nothing where there is no such place with 4 GB free
# in it and in memory, or none that programs may be run from (some containers forbid that).
set -euo pipefail

place=/dev/shm need=$((4 << 20)) # kB
[ -d "$place" ] && [ -w "$place" ] && [ -r /proc/meminfo ] || exit 0
free=$(df --output=avail -k "$place" | tail -n 1)
available=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
[ "$free" -ge "$need" ] && [ "${available:-0}" -ge "$need" ] || exit 0

folder=$(mktemp -d "$place/guongsang.XXXXXX")
printf '#!/bin/sh\n' >"$folder/try"
if chmod +x "$folder/try" && "$folder/try" 2>/dev/null; then
	rm "$folder/try"
	echo "$folder"
else
	rm -r "$folder"
fi
