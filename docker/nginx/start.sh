#!/bin/sh
# Starts NGINX as the gateway, in this image and in nginx:alpine.
set -eu
conf=/run/gateway.conf
sh "$(dirname "$0")/render.sh" >$conf
exec nginx -e stderr -c $conf -g 'daemon off;'
