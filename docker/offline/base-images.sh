#!/bin/sh
# Makes the base images where no image registry answers: debian:12.15-slim from Debian packages, node:24.21.0-bookworm-slim
# from that and the Node and npm of this machine. They carry the machine's CA bundle, so that builds behind its proxy
# work: such images are for this machine, never to be published (label jarvis.offline=true tells them).
# Needs root, mmdebstrap, a Docker Engine, NODE_BINARY (a Node 24 for Linux) and NPM_DIR (npm's package folder).
set -eu

have() { docker image inspect "$1" >/dev/null 2>&1; }
authorities=/etc/ssl/certs/ca-certificates.crt

if ! have debian:12.15-slim; then
  mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)\?\(http[^ ]*\) .*/\2/p' \
    /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
  mmdebstrap --quiet --variant=apt --include=ca-certificates,libstdc++6,passwd \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook="cp $authorities \"\$1$authorities\"" \
    --customize-hook='rm -rf "$1"/var/cache/apt/*.bin "$1"/var/lib/apt/lists/*' \
    bookworm - "${mirror:-http://deb.debian.org/debian}" |
    docker import \
      -c 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
      -c 'LABEL jarvis.offline=true' \
      -c 'CMD ["bash"]' \
      - debian:12.15-slim >/dev/null
fi

if ! have node:24.21.0-bookworm-slim; then
  context=$(mktemp -d)
  trap 'rm -rf "$context"' EXIT
  mkdir -p "$context/local/bin" "$context/local/etc" "$context/local/lib/node_modules"
  install -m 755 "$NODE_BINARY" "$context/local/bin/node"
  cp -R "$NPM_DIR" "$context/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$context/local/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$context/local/bin/npx"
  echo "cafile=$authorities" >"$context/local/etc/npmrc"
  cat >"$context/Dockerfile" <<'DOCKERFILE'
FROM debian:12.15-slim
LABEL jarvis.offline=true
RUN useradd -m -u 1000 -s /bin/bash node
COPY local/ /usr/local/
CMD ["node"]
DOCKERFILE
  docker build -q -t node:24.21.0-bookworm-slim "$context" >/dev/null
fi
