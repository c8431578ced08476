#!/bin/bash
# Runs redis-server as the user `redis` on /data; any other command as it is. Protected mode is off as in the official
# image: the port is closed by the network and by what is published, not by refusing every client that is not local.
set -eu
[ "${1#-}" = "$1" ] || set -- redis-server "$@"
if [ "$1" = redis-server ]; then
  set -- "$@" --dir /data --protected-mode no
  if [ "$(id -u)" = 0 ]; then
    chown -R redis:redis /data
    exec setpriv --reuid=redis --regid=redis --clear-groups --no-new-privs "$@"
  fi
fi
exec "$@"
