#!/usr/bin/env bash
# What the tests need beside Go.
#
#   e2e/tools.sh install   gets what is missing, as root on Debian or Ubuntu; elsewhere prints the commands and fails
#   e2e/tools.sh check     gets nothing: prints the commands for what is missing, and fails
set -euo pipefail
cd "$(dirname "$0")"

has() { command -v "$1" >/dev/null 2>&1; }

# A compiler is there and finds the C library: Go's race detector needs both.
compiles() { has gcc && printf '#include <stdlib.h>\nint main(void) { return 0; }\n' | gcc -x c - -o /dev/null 2>/dev/null; }

# The npm packages are those of the lock file: npm ci is only needed after a change.
npm_done() { cmp -s package-lock.json node_modules/.installed-lock.json; }

packages=()
has chromium-headless-shell || packages+=(chromium-headless-shell)
{ has pdftotext && has pdfinfo; } || packages+=(poppler-utils)
has java || packages+=(default-jre-headless)
compiles || packages+=(gcc libc6-dev)
has node || packages+=(nodejs)
has npm || packages+=(npm)

commands=()
if [ ${#packages[@]} -gt 0 ]; then
	commands+=("apt-get update")
	commands+=("DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends ${packages[*]}")
fi
npm_done || commands+=("(cd '$PWD' && npm ci --ignore-scripts && cp package-lock.json node_modules/.installed-lock.json)")

[ ${#commands[@]} -gt 0 ] || exit 0

if [ "${1:-}" = install ] && [ "$(id -u)" = 0 ] && has apt-get; then
	for command in "${commands[@]}"; do
		echo "+ $command"
		bash -c "$command" </dev/null
	done
	exec ./tools.sh check
fi

echo "The tests need more than is on this machine. These commands get it (as root on Debian or Ubuntu, 'make tools' runs them):" >&2
printf '  %s\n' "${commands[@]}" >&2
has apt-get || echo "Without apt-get: install the packages of the same purpose, with the program names chromium-headless-shell, pdftotext, pdfinfo, java, gcc, node and npm." >&2
exit 1
