#!/bin/bash
# docker/host-firewall.sh [--remove]: keeps instances from what their Docker host itself listens on, and from the cloud's metadata.
# EGRESS says where else they may send: anywhere (open, the default), to public addresses only (internet), to the networks of
# EGRESS_LIST (list: 192.0.2.7/32,198.51.100.0/24), or nowhere (none). Run it as root on the host, after Docker has started, and again
# after a change. Receivers of events on this very host are then out of their reach, too.
set -eu

CHAIN=JARVIS-EGRESS
# Private, shared, loopback and reserved addresses (RFC 6890): the event's own network, most likely.
INTERNAL='10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 127.0.0.0/8 0.0.0.0/8 192.0.0.0/24 198.18.0.0/15 224.0.0.0/3'

refuse() {
  echo "$1" >&2
  exit 2
}
are_networks() {
  [ -n "$*" ] && ! printf '%s\n' "$@" | grep -Evxq '[0-9]+(\.[0-9]+){3}/[0-9]+'
}

action=${1:-}
[ -z "$action" ] || [ "$action" = --remove ] || refuse "usage: $0 [--remove]"
pool=${SESSION_SUBNET_POOL:-10.213.0.0/16}
egress=${EGRESS:-open}
read -ra listed <<<"$(tr ',' ' ' <<<"${EGRESS_LIST:-}")"
are_networks "$pool" || refuse "SESSION_SUBNET_POOL: got \"$pool\", wants a network such as 10.213.0.0/16"
case $egress in
open | internet | none) ;;
list) are_networks "${listed[@]}" || refuse "EGRESS_LIST: got \"${EGRESS_LIST:-}\", wants networks such as 192.0.2.7/32,198.51.100.0/24" ;;
*) refuse "EGRESS: got \"$egress\", wants open, internet, list or none" ;;
esac

rule() {
  local chain=$1
  shift
  while iptables -w -C "$chain" "$@" 2>/dev/null; do iptables -w -D "$chain" "$@"; done
  [ "$action" = --remove ] || iptables -w -I "$chain" "$@"
}
to() {
  local network
  for network in "${@:2}"; do echo "-A $CHAIN -d $network -j $1"; done
}
egress_rules() {
  # What instances answer to those who come by a published port, and what the two of a pair say to each other.
  echo "-A $CHAIN -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN"
  to RETURN "$pool"
  to DROP 169.254.0.0/16
  if [ "$egress" = internet ] || [ "$egress" = list ]; then
    # Names are looked up where the host looks them up.
    sed -n 's/^nameserver \([0-9.]*\)$/\1/p' /etc/resolv.conf | while read -r server; do
      for protocol in udp tcp; do echo "-A $CHAIN -d $server -p $protocol --dport 53 -j RETURN"; done
    done
  fi
  # shellcheck disable=SC2086
  case $egress in
  internet) to DROP $INTERNAL ;;
  list) to RETURN "${listed[@]}" && to DROP 0.0.0.0/0 ;;
  none) to DROP 0.0.0.0/0 ;;
  esac
}

if [ "$action" != --remove ]; then
  # At one stroke, also where there are rules already: nothing passes meanwhile.
  { printf '*filter\n:%s - [0:0]\n' $CHAIN && egress_rules && echo COMMIT; } | iptables-restore -w --noflush
fi
rule INPUT -s "$pool" -m conntrack --ctstate NEW -j DROP
rule DOCKER-USER -s "$pool" -j $CHAIN
if [ "$action" = --remove ] && iptables -w -nL $CHAIN >/dev/null 2>&1; then
  iptables -w -F $CHAIN
  iptables -w -X $CHAIN
fi
