#!/bin/bash
# keep-host-firewall [--healthy]: applies the host's firewall rules, looks every few seconds whether they are still in force, and
# applies them again where they are not. It never ends by itself, also where it cannot apply them: it says why, and tries on. At its
# end the rules stay. --healthy fails, and says why, where the rules are not in force as they were applied.
set -u

LOOK_SECONDS=5
APPLIED=/run/host-firewall.applied
REASON=/run/host-firewall.reason

say() {
  printf '%s %s\n' "$(date -u +%FT%TZ)" "$1"
}
# The rules, and the name servers that they let through.
in_force() {
  local rules
  rules=$(host-firewall --list) || return 1
  printf '%s\n' "$rules"
  cat /run/systemd/resolve/resolv.conf 2>/dev/null || true
}
is_kept() {
  local now
  [ -e $APPLIED ] && now=$(in_force) && [ "$now" = "$(cat $APPLIED)" ]
}
# The reason is there as a whole or not at all: whoever asks for it may come at any moment.
apply() {
  host-firewall 2>$REASON.new || { mv $REASON.new $REASON && return 1; }
  rm -f $REASON
  in_force >$APPLIED
}

if [ "${1:-}" = --healthy ]; then
  is_kept && exit 0
  cat $REASON 2>/dev/null || echo 'Somebody has changed the rules: they are applied again in a moment.'
  exit 1
fi

trap 'say "Ended. The rules stay as they are: docker/host-firewall.sh --remove on the host takes them back."; exit 0' TERM INT
told=
while :; do
  if ! is_kept; then
    [ ! -e $APPLIED ] || say 'Somebody has changed the rules.'
    if answer=$(apply); then
      say "In force: $answer"
      told=
    else
      rm -f $APPLIED
      answer=$(cat $REASON 2>/dev/null)
      [ "$answer" = "$told" ] || say "NOT in force: $answer"
      told=$answer
    fi
  fi
  sleep $LOOK_SECONDS &
  wait $!
done
