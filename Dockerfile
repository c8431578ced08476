# The stages down to "base" are the same, word for word, in backend-prod.Dockerfile, frontend-prod.Dockerfile, Dockerfile and
# docker/docker-proxy/Dockerfile: one build fills the layer cache for all, and the images share Node's layer on disk and in memory.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim
ARG BASE_IMAGE=debian:12.15-slim

FROM ${NODE_IMAGE} AS modules
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY packages/client/package.json ./packages/client/
# The image brings its own Node; the one that npm installs for hosts with an older Node is 100 MB of ballast here.
RUN npm ci --ignore-scripts --loglevel=error --cache=/tmp/npm && \
    rm -rf /tmp/npm node_modules/node-linux-* node_modules/.bin/node

FROM modules AS build
COPY nest-cli.json tsconfig.json ./
COPY scripts/build.mjs scripts/build-instance.mjs ./scripts/
COPY scripts/lib/ ./scripts/lib/
COPY libs/ ./libs/
COPY packages/ ./packages/
COPY apps/ ./apps/
COPY admin-ui/ ./admin-ui/
RUN node scripts/build.mjs

FROM ${BASE_IMAGE} AS base
COPY --from=modules /usr/local/bin/node /usr/local/bin/node
COPY docker/healthy.sh /usr/local/bin/healthy
# Both data folders exist, owned by jarvis, in every image: a new volume takes the owner of the folder it is mounted on.
RUN chmod 755 /usr/local/bin/healthy && \
    useradd -m -u 1000 jarvis && \
    mkdir -p /app/data /app/shared-data && \
    chown -R jarvis:jarvis /app
WORKDIR /app

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# Packages of this repository are for clients; the server imports none.
RUN npm ci --workspaces=false --omit=dev --omit=optional --ignore-scripts --loglevel=error --cache=/tmp/npm && \
    rm -rf /tmp/npm && \
    find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' \) -delete

FROM base
LABEL org.opencontainers.image.title="session-manager" \
      org.opencontainers.image.description="Jarvis platform: sessions, their instances, the landing page and the admin console" \
      org.opencontainers.image.licenses="LicenseRef-Proprietary" \
      org.opencontainers.image.base.name="debian:12.15-slim"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=9000 \
    LANDING_DIR=/app/landing \
    ADMIN_UI_DIR=/app/admin-ui \
    INSTANCE_REACH=network
COPY --from=dependencies /src/node_modules/ /app/node_modules/
COPY --chown=jarvis:jarvis docker/session-manager/ /app/docker/
COPY --chown=jarvis:jarvis landing/ /app/landing/
COPY --from=build /src/dist/admin-ui/ /app/admin-ui/
COPY --from=build /src/dist/apps/session-manager/ /app/dist/
# What an operator appends to /app/.env counts after a restart.
RUN chmod 755 /app/docker/entrypoint.sh && install -o jarvis -g jarvis -m 664 /dev/null /app/.env
EXPOSE 9000 9090
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s --retries=3 CMD ["healthy", "/api/health"]
ENTRYPOINT ["/app/docker/entrypoint.sh"]
CMD ["node", "/app/dist/apps/session-manager/src/main.js"]
