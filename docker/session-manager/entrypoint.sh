#!/bin/bash
# Starts the session manager as uid 1000 with the group of the mounted Docker socket. Started as another user than root
# (`--user 1000`), it changes nothing and starts at once.
set -eu

# The manual's `REDIS_HOST=host.docker.internal` without `--add-host`: on Linux that name is the default gateway.
name_the_host() {
  getent hosts host.docker.internal >/dev/null && return 0
  local destination gateway
  while read -r _ destination gateway _; do
    [ "$destination" = 00000000 ] || continue
    printf '%d.%d.%d.%d host.docker.internal\n' "0x${gateway:6:2}" "0x${gateway:4:2}" "0x${gateway:2:2}" "0x${gateway:0:2}" \
      2>/dev/null >>/etc/hosts || echo 'entrypoint: /etc/hosts is not writable; host.docker.internal stays unknown' >&2
    return 0
  done </proc/net/route
}

# What the Docker Engine knows of this very container fills in what the environment and /app/.env leave open.
introduce() {
  local name value
  while IFS='=' read -r name value; do
    [ -n "${!name:-}" ] || grep -qs "^$name=" /app/.env || export "$name=$value"
  done < <("$@" node /app/docker/introduce.cjs)
}

# After a restart of the host the Docker proxy, whose socket it is, may still be on its way.
wait_for_socket() {
  local tries
  for tries in {1..50}; do
    [ -S "$1" ] && return 0
    sleep 0.2
  done
}

as_jarvis=()
socket=${DOCKER_SOCKET:-/var/run/docker.sock}
[ -z "${DOCKER_SOCKET:-}" ] || wait_for_socket "$socket"
if [ "$(id -u)" = 0 ]; then
  name_the_host
  groups=1000
  [ -S "$socket" ] && groups="$groups,$(stat -c %g "$socket")"
  export HOME=/home/jarvis
  as_jarvis=(setpriv --reuid=1000 --regid=1000 "--groups=$groups" --no-new-privs)
fi
[ -S "$socket" ] && introduce ${as_jarvis[@]+"${as_jarvis[@]}"}
exec ${as_jarvis[@]+"${as_jarvis[@]}"} "$@"
