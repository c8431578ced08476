#!/bin/bash
# docker/host-firewall.sh [--remove | --list]: keeps instances from what their Docker host itself listens on, and from the cloud's
# metadata. EGRESS says where else they may send: anywhere (open, the default), to public addresses only (internet), to the networks
# of EGRESS_LIST (list: 192.0.2.7/32,198.51.100.0/24), or nowhere (none). The compose file's host-firewall does this by itself;
# elsewhere run it as root on the host, after Docker has started, and again after a change. Receivers of events on this very host are
# then out of their reach, too. --list prints the rules in force, and fails where there are none.
set -eu

EGRESS_CHAIN=JARVIS-EGRESS
INPUT_CHAIN=JARVIS-INPUT
# Private, shared, loopback and reserved addresses (RFC 6890): the event's own network, most likely. libs/egress has the same.
INTERNAL='10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 127.0.0.0/8 0.0.0.0/8 192.0.0.0/24 198.18.0.0/15 224.0.0.0/3'
# Where clouds keep metadata and credentials: link-local, Azure, Alibaba, Oracle. libs/egress has the same.
METADATA='169.254.0.0/16 168.63.129.16/32 100.100.100.200/32 192.0.0.192/32'
# Where the host looks names up, and where it does behind the resolver of systemd.
RESOLV_CONF=/etc/resolv.conf
SYSTEMD_RESOLV_CONF=/run/systemd/resolve/resolv.conf

refuse() {
  echo "$1" >&2
  exit "${2:-2}"
}
are_networks() {
  [ -n "$*" ] && ! printf '%s\n' "$@" | grep -Evxq '[0-9]+(\.[0-9]+){3}/[0-9]+'
}

# As iptables prints it: 10.213.5.0/16 is 10.213.0.0/16.
network_of() {
  local a b c d bits number
  IFS=./ read -r a b c d bits <<<"$1"
  number=$(((a << 24 | b << 16 | c << 8 | d) >> (32 - bits) << (32 - bits)))
  echo "$((number >> 24)).$((number >> 16 & 255)).$((number >> 8 & 255)).$((number & 255))/$bits"
}

action=${1:-}
[[ $action =~ ^(--remove|--list)?$ ]] || refuse "usage: $0 [--remove | --list]"
pool=${SESSION_SUBNET_POOL:-10.213.0.0/16}
egress=${EGRESS:-open}
read -ra listed <<<"$(tr ',' ' ' <<<"${EGRESS_LIST:-}")"
are_networks "$pool" && [[ $pool =~ /([89]|1[0-9]|2[0-8])$ ]] ||
  refuse "SESSION_SUBNET_POOL: got \"$pool\", wants a network such as 10.213.0.0/16"
pool=$(network_of "$pool")
case $egress in
open) words='anywhere else' ;;
internet) words='to public addresses only' ;;
none) words='nowhere' ;;
list)
  are_networks "${listed[@]}" || refuse "EGRESS_LIST: got \"${EGRESS_LIST:-}\", wants networks such as 192.0.2.7/32,198.51.100.0/24"
  words="to ${listed[*]} only"
  ;;
*) refuse "EGRESS: got \"$egress\", wants open, internet, list or none" ;;
esac

# The iptables that have a chain: on a host that has changed from one kind to the other, both may, and packets pass both.
with_chain() {
  local tool tools=(iptables-nft)
  # Asked only where it is in use: asking would load it into the kernel.
  if grep -qxs filter /proc/net/ip_tables_names; then tools+=(iptables-legacy); fi
  if ! command -v iptables-nft >/dev/null; then tools=(iptables); fi
  for tool in "${tools[@]}"; do
    if "$tool" -w -nL "$1" >/dev/null 2>&1; then echo "$tool"; fi
  done
}
# Rules of a chain that lead to one of ours.
jumps() {
  "$1" -w -S "$2" 2>/dev/null | grep -E -- " -j ($EGRESS_CHAIN|$INPUT_CHAIN)\$" || true
}
# Leads the pool's packets from a chain of the host to one of ours, and no other pool's: the new way first, so that there always is one.
lead() {
  local tool=$1 from=$2 to=$3 jump
  "$tool" -w -C "$from" -s "$pool" -j "$to" 2>/dev/null || "$tool" -w -I "$from" -s "$pool" -j "$to"
  jumps "$tool" "$from" | grep -Fxv -- "-A $from -s $pool -j $to" | while read -r jump; do drop "$tool" "$jump"; done
}
drop() {
  # shellcheck disable=SC2086
  "$1" -w ${2/#-A/-D}
}
to() {
  local chain=$1 target=$2 network
  for network in "${@:3}"; do echo "-A $chain -d $network -j $target"; done
}
# The name servers of such files, as far as they have an IPv4 address.
name_servers() {
  sed -nE 's/^[[:space:]]*nameserver[[:space:]]+([0-9]+(\.[0-9]+){3})([[:space:]#;].*)?$/\1/p' "$@" 2>/dev/null | sort -u
}
name_rules() {
  local server protocol
  name_servers $RESOLV_CONF $SYSTEMD_RESOLV_CONF | while read -r server; do
    for protocol in udp tcp; do echo "-A $1 -d $server -p $protocol --dport 53 -j RETURN"; done
  done
}
# What instances answer to those who come to them. What they have begun themselves is judged anew with each packet.
answer_rules() {
  echo "-A $1 -m conntrack --ctstate RELATED,ESTABLISHED --ctdir REPLY -j RETURN"
}
rules() {
  printf '*filter\n:%s - [0:0]\n:%s - [0:0]\n' $INPUT_CHAIN $EGRESS_CHAIN
  if [ "$egress" != none ]; then name_rules $INPUT_CHAIN; fi
  answer_rules $INPUT_CHAIN
  echo "-A $INPUT_CHAIN -j DROP"
  answer_rules $EGRESS_CHAIN
  # What the two of a pair say to each other.
  to $EGRESS_CHAIN RETURN "$pool"
  # Name servers may be where metadata is: in clouds they are.
  if [ "$egress" != none ]; then name_rules $EGRESS_CHAIN; fi
  # shellcheck disable=SC2086
  to $EGRESS_CHAIN DROP $METADATA
  # shellcheck disable=SC2086
  case $egress in
  internet) to $EGRESS_CHAIN DROP $INTERNAL ;;
  list) to $EGRESS_CHAIN RETURN "${listed[@]}" && to $EGRESS_CHAIN DROP 0.0.0.0/0 ;;
  none) to $EGRESS_CHAIN DROP 0.0.0.0/0 ;;
  esac
  echo COMMIT
}

# Docker asks a name server on loopback from the host's network, where no rule of ours is; older engines pass by that of systemd. What
# the session manager starts with EGRESS=none has none to ask.
warn_of_names() {
  local server
  server=$(name_servers $RESOLV_CONF $SYSTEMD_RESOLV_CONF | grep -m 1 '^127\.') || return 0
  echo "Warning: instances that started without EGRESS=none may still look names up: Docker asks this host's name server at $server for them."
}
apply() {
  local tool tools why
  tools=$(with_chain DOCKER-USER)
  if [ -z "$tools" ]; then
    why=$(iptables -w -nL DOCKER-USER 2>&1 >/dev/null | tail -n 1) || true
    refuse "Docker's chain DOCKER-USER is not in this host's iptables ($why). Start Docker first, and let it use iptables." 1
  fi
  for tool in $tools; do
    # At one stroke, also where there are rules already: nothing passes meanwhile.
    rules | "$tool-restore" -w --noflush
    lead "$tool" INPUT $INPUT_CHAIN
    lead "$tool" DOCKER-USER $EGRESS_CHAIN
  done
  echo "Instances ($pool) do not reach what this host listens on, nor metadata, and may send $words (EGRESS=$egress, ${tools//$'\n'/, })."
  if [ "$egress" = none ]; then warn_of_names; fi
}
remove() {
  local tool chain jump
  for chain in $INPUT_CHAIN $EGRESS_CHAIN; do
    for tool in $(with_chain $chain); do
      { jumps "$tool" INPUT && jumps "$tool" DOCKER-USER; } | { grep " -j $chain\$" || true; } |
        while read -r jump; do drop "$tool" "$jump"; done
      "$tool" -w -F $chain
      "$tool" -w -X $chain
    done
  done
}
list() {
  local tool tools from rules
  tools=$(with_chain DOCKER-USER)
  [ -n "$tools" ] || return 1
  for tool in $tools; do
    echo "$tool"
    for rules in $INPUT_CHAIN $EGRESS_CHAIN; do "$tool" -w -S $rules 2>/dev/null || return 1; done
    for from in INPUT DOCKER-USER; do jumps "$tool" $from | grep . || return 1; done
  done
}

case $action in
--remove) remove ;;
--list) list ;;
*) apply ;;
esac
