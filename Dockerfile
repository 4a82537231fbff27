# The version of Node that the root's package.json pins, with npm, on Debian; a test holds the two together.
FROM node:26.10.0-trixie-slim AS build
RUN npm install --global pnpm@12.21.0
WORKDIR /app
ENV CI=true TURBO_TELEMETRY_DISABLED=1
# Packages first: they change less often than the code.
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch
COPY . .
RUN pnpm install --offline --frozen-lockfile
RUN pnpm exec turbo run build @counterclaim/cli#releases --filter=@counterclaim/web --filter=@counterclaim/cli
# Again without what only the build needed; Node itself comes with the last stage.
RUN rm -rf node_modules apps/*/node_modules packages/*/node_modules .turbo apps/*/.turbo packages/*/.turbo apps/web/.svelte-kit \
 && pnpm install --offline --frozen-lockfile --prod --no-optional

FROM node:26.10.0-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 COUNTERCLAIM_DATA=/data
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
WORKDIR /app
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=2s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/web/server.ts"]
