/** Dockerfiles that look like real ones, and the odd corners of the grammar. */
export const samples: readonly string[] = [
  `# syntax=docker/dockerfile:1
# check=skip=JSONArgsRecommended;error=true

ARG GO_VERSION=1.23 ALPINE=3.20
FROM --platform=$BUILDPLATFORM golang:\${GO_VERSION}-alpine AS build
ARG TARGETOS TARGETARCH
WORKDIR /src
# Modules change less often than sources.
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=secret,id=netrc,target=/root/.netrc,required \\
    go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build <<EOF
set -eu
GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/app ./cmd/app
EOF

FROM alpine:\${ALPINE}
LABEL org.opencontainers.image.source="https://example.com/app" \\
      org.opencontainers.image.licenses=MIT
RUN apk add --no-cache \\
    # certificates
    ca-certificates \\

    tzdata && \\
    adduser -D -u 1000 app
COPY --from=build --chown=app:app --chmod=755 /out/app /usr/local/bin/
USER app
ENV PORT=8080 HOME=/home/app
EXPOSE $PORT/tcp 9090-9099/udp
VOLUME ["/data"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s CMD wget -qO- http://localhost:$PORT/health || exit 1
ENTRYPOINT ["app"]
CMD ["serve", "--verbose"]
`,
  `# escape=\`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
WORKDIR C:\\app
RUN Invoke-WebRequest https://example.com/a.zip -OutFile C:\\a.zip; \`
    Expand-Archive C:\\a.zip -DestinationPath C:\\app
COPY . C:\\app\\
ENV PATHS="C:\\a;C:\\b"
ONBUILD COPY . C:\\app
CMD ["app.exe"]
`,
  `FROM scratch
COPY <<one.txt <<-"two.txt" <<'t h r e e' /dest/
first $HOME
one.txt
\tsecond
\ttwo.txt
third
t h r e e
RUN 3<<EOF cat <&3
body
EOF
ONBUILD RUN <<A && <<B
a
A
b
B
`,
  'FROM alpine\r\nRUN a && \\\r\n  # comment\r\n\r\n  b\r\nENV a=b\\\r\nc\r\n',
  '\uFEFF# syntax=docker/dockerfile:1\nFROM alpine\n',
  'FROM a\nRUN <<EOF\nnever ends',
  'RUN \\\n\n\n# c\n\\\n',
  '\\\n',
  '\n\n  \t\n#\n#\\\nFROM\\\n x\n',
  'FROM --platform="linux/\\amd64" --x --y= -- alpine\nCOPY ["a b", "c\\u0041\\n", "d"] \nENV "a b"=\'c d\' e=f\\ g h\nHEALTHCHECK\nONBUILD ONBUILD ONBUILD RUN x\n',
  'ENV a b   c "d"\nARG a b=1 c=${a:-${b:+"x}"}} d=${a##*/}\nLABEL\n',
  'from\n  run\nfoo bar\n[\n{"a": 1}\n',
  'RUN echo ${x:-"a} <<E\nRUN $\nRUN ${\nENV a=${b\nENV a=\'',
];
