# The command line, built from a clone:
#
#   docker build -t registry-intel .
#   docker run --rm -v "$PWD:/repository:ro" registry-intel lint
FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN node scripts/build.mjs --minify

FROM node:22-alpine
COPY --from=build /build/dist/cli.js /build/dist/third-party-notices.txt /opt/registry-intel/
COPY --from=build /build/dist/cli /opt/registry-intel/cli
RUN ln -s /opt/registry-intel/cli.js /usr/local/bin/registry-intel
USER node
WORKDIR /repository
ENTRYPOINT ["registry-intel"]
CMD ["--help"]
