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

FROM base
LABEL org.opencontainers.image.title="jarvis-frontend" \
      org.opencontainers.image.description="An attendee's Jarvis page, and the server that is the only door to its backend" \
      org.opencontainers.image.licenses="LicenseRef-Proprietary" \
      org.opencontainers.image.base.name="debian:12.15-slim"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8000 \
    LOG_LEVEL=info
COPY --from=build /src/dist/instance/frontend.cjs /app/frontend.cjs
COPY --from=build /src/dist/instance/page/ /app/page/
USER jarvis
EXPOSE 8000
# A check costs about 0.1 s of CPU, times two for every attendee: so seldom. The session manager watches on its own.
HEALTHCHECK --interval=300s --timeout=10s --start-period=20s --retries=2 CMD ["healthy", "/health"]
# A small young generation keeps an idle server about a third smaller; its work is light enough not to miss the room.
CMD ["node", "--max-semi-space-size=1", "/app/frontend.cjs"]
