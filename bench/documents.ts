/** Texts for benchmarks: what people write, and the same at a size that few do. */

export const typicalDockerfile = `# syntax=docker/dockerfile:1
ARG NODE_VERSION=24
FROM --platform=$BUILDPLATFORM node:\${NODE_VERSION}-alpine AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci

FROM dependencies AS build
ARG TARGETARCH
ENV NODE_ENV=production \\
    ARCH=$TARGETARCH
COPY . .
RUN npm run build && \\
    npm prune --omit=dev

FROM node:\${NODE_VERSION}-alpine
LABEL org.opencontainers.image.title="Shop"
WORKDIR /app
COPY --from=build --chown=node:node /app/dist ./dist
COPY --from=dependencies /app/node_modules ./node_modules
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s CMD wget -qO- http://localhost:8080/health || exit 1
ENTRYPOINT ["node", "dist/main.js"]
`;

/** 5,000 lines in 250 stages, each of which copies from the one before it. */
export const bigDockerfile = Array.from({ length: 250 }, (_, i) => {
  const before = i === 0 ? 'alpine:3.22' : `stage${i - 1}`;
  return `FROM alpine:3.22 AS stage${i}
ARG VERSION_${i}=1.${i}
ENV PATH_${i}=/opt/\${VERSION_${i}} \\
    NAME_${i}="stage ${i}"
WORKDIR /src/\${NAME_${i}}
# What the stage is for.
COPY --from=${before} /etc/hosts ./hosts
COPY package.json src/*.ts ./
RUN apk add --no-cache \\
      curl \\
      git \\
      make && \\
    make VERSION=$VERSION_${i} all
RUN <<END
set -e
echo \${VERSION_${i}} > version
END
EXPOSE ${8000 + i}
CMD ["sh", "-c", "echo $NAME_${i}"]
`;
}).join('\n');

export const typicalCompose = compose(4);

export const bigCompose = compose(100);

function compose(services: number): string {
  const names = Array.from({ length: services }, (_, i) => `service${i}`);
  return `name: shop
services:
  database:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/password
    secrets: [password]
    volumes:
      - data:/var/lib/postgresql/data
    networks: [back]
${names.map(service).join('')}networks:
  front: {}
  back: {}
volumes:
  data: {}
secrets:
  password:
    file: ./password.txt
`;
}

function service(name: string, i: number): string {
  return `  ${name}:
    image: registry.example.com/team/${name}:1.${i}
    build:
      context: ./services/${name}
      args:
        VERSION: \${VERSION:-1.${i}}
    depends_on:
      database:
        condition: service_healthy
    environment:
      DATABASE_URL: postgres://\${USER}:\${PASSWORD:?set it}@database/${name}
      LOG_LEVEL: info
    ports:
      - "${9000 + i}:8080"
    networks: [front, back]
    volumes:
      - data:/var/lib/${name}
      - ./config/${name}:/etc/${name}:ro
    restart: unless-stopped
    deploy:
      replicas: 2
      resources:
        limits:
          cpus: "0.5"
          memory: 256M
    healthcheck:
      test: ["CMD", "wget", "-qO-", "http://localhost:8080/health"]
      interval: 10s
`;
}
