#!/bin/bash
# docker/host-firewall.sh [--remove]: keeps instances from what their Docker host itself listens on, and from the cloud's metadata.
# Run it as root on the host, after Docker has started. Receivers of events on this very host are then out of their reach, too.
set -eu

action=${1:-}
if [ -n "$action" ] && [ "$action" != --remove ]; then
  echo "usage: $0 [--remove]" >&2
  exit 2
fi
pool=${SESSION_SUBNET_POOL:-10.213.0.0/16}

rule() {
  local chain=$1
  shift
  while iptables -w -C "$chain" "$@" 2>/dev/null; do iptables -w -D "$chain" "$@"; done
  [ "$action" = --remove ] || iptables -w -I "$chain" "$@"
}

# Not what instances answer to those who come by a published port.
rule INPUT -s "$pool" -m conntrack --ctstate NEW -j DROP
rule DOCKER-USER -s "$pool" -d 169.254.0.0/16 -j DROP
