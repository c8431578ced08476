#!/bin/sh
# Prints the gateway's configuration, made of gateway.conf for what the environment says; see docs/gateway.md.
set -eu
here=$(dirname "$0")
: "${PUBLIC_URL:=}" "${SESSION_DOMAIN:=}" "${SESSION_MANAGER:=session-manager:9000}" "${RESOLVER:=127.0.0.11}"
: "${SESSION_SUBNET_POOL:=10.213.0.0/16}" "${RUN_DIR:=/run}" "${TLS_DIR:=/etc/nginx/ssl}" "${HTTP_LISTEN:=80}" "${HTTPS_LISTEN:=443}"

refuse() {
  echo "$1: got \"$2\", wants $3" >&2
  exit 2
}
fits() {
  [ "$(printf '%s' "$1" | wc -l)" = 0 ] && printf '%s\n' "$1" | grep -Eqx "$2"
}

fits "$SESSION_SUBNET_POOL" '[0-9.]+/[0-9]+' ||
  refuse SESSION_SUBNET_POOL "$SESSION_SUBNET_POOL" 'a network such as 10.213.0.0/16'
PUBLIC_URL=${PUBLIC_URL%/}
NAME='[a-z0-9]([a-z0-9.-]*[a-z0-9])?'
[ -z "$PUBLIC_URL" ] || fits "$PUBLIC_URL" "https?://($NAME|\\[[0-9a-f:]+\\])(:[0-9]+)?" ||
  refuse PUBLIC_URL "$PUBLIC_URL" 'an address such as https://jarvis.event.example'
[ -z "$SESSION_DOMAIN" ] || fits "$SESSION_DOMAIN" "$NAME" ||
  refuse SESSION_DOMAIN "$SESSION_DOMAIN" 'a domain such as jarvis.event.example'
[ -z "$SESSION_DOMAIN" ] || [ -n "$PUBLIC_URL" ] ||
  refuse PUBLIC_URL '' 'the address of the gateway, because SESSION_DOMAIN is set'

authority=${PUBLIC_URL#*://}
PUBLIC_PORT=$(printf '%s' "$authority" | sed -n 's/.*\(:[0-9]\{1,\}\)$/\1/p')
PUBLIC_NAME=${authority%"$PUBLIC_PORT"}
HTTPS_PORT= SCHEME='$scheme'
case $PUBLIC_URL in https:*) HTTPS_PORT=$PUBLIC_PORT SCHEME=https ;; esac
SESSION_DOMAIN_PATTERN=$(printf '%s' "$SESSION_DOMAIN" | sed 's/\./\\\\./g')
LANDING_URL=${SESSION_DOMAIN:+$PUBLIC_URL}
# Of the one style element in gateway.conf.
STYLE_HASH='sha256-RUdHBDjGI36nSogGuauSFgWY7up7t7mEET/D/entn9E='

tls='/^#tls/d; s/^#plain //'
[ ! -e "$TLS_DIR/cert.pem" ] || [ ! -e "$TLS_DIR/key.pem" ] || tls='/^#plain/d; s/^#tls //; s/^#tls$//'
domain='/^#domain/d'
[ -z "$SESSION_DOMAIN" ] || domain='s/^#domain //'

values=
for name in PUBLIC_NAME PUBLIC_PORT HTTPS_PORT SCHEME SESSION_DOMAIN SESSION_DOMAIN_PATTERN SESSION_MANAGER SESSION_SUBNET_POOL RESOLVER RUN_DIR \
  TLS_DIR HTTP_LISTEN HTTPS_LISTEN LANDING_URL STYLE_HASH; do
  eval "value=\$$name"
  values="$values; s|\${$name}|$value|g"
done
sed "$tls; $domain$values" "$here/gateway.conf"
