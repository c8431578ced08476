#!/bin/bash
# healthy PATH: succeeds when this container's server answers GET PATH with 200. Bash alone: starting Node or curl costs more.
exec 3<>"/dev/tcp/127.0.0.1/${PORT:-8000}" || exit 1
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&3
read -r -t 8 _ status _ <&3
[ "$status" = 200 ]
