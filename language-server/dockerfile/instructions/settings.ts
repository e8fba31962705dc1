import { type InstructionInfo, referenceUrl } from './instructionInfo.ts';

export const arg: InstructionInfo = {
  name: 'ARG',
  summary: 'A variable that the build can be given',
  docs: `Declares a variable that \`docker build --build-arg name=value\` can set, with an optional default.

\`\`\`dockerfile
ARG <name>[=<default>]…
\`\`\`

It counts from its line to the end of the stage, and in the stages built on it. Before the first FROM it is global: FROM
can use it, and a stage that repeats \`ARG <name>\` gets its value. It is not set in containers; use \`ENV\` for that. It
can be read from the image’s history: it is no place for secrets.`,
  url: referenceUrl('arg'),
  snippet: '${1:name}${2:=default}',
  beforeFrom: true,
  trigger: true,
  flags: [],
  flagsUnread: true,
};

export const env: InstructionInfo = {
  name: 'ENV',
  summary: 'A variable of the build and of containers',
  docs: `Sets environment variables for all instructions that follow and for containers of the image.

\`\`\`dockerfile
ENV <name>=<value>…
\`\`\`

Values with spaces are quoted. The values in one ENV see the variables from before it, not one another.`,
  url: referenceUrl('env'),
  snippet: '${1:name}=${2:value}',
  trigger: true,
  flags: [],
};

export const label: InstructionInfo = {
  name: 'LABEL',
  summary: 'Describe the image',
  docs: `Adds labels, which tools can read and filter by.

\`\`\`dockerfile
LABEL <key>=<value>…
\`\`\`

Common keys are those of the OCI image specification, such as \`org.opencontainers.image.source\`.`,
  url: referenceUrl('label'),
  snippet: '${1:key}="${2:value}"',
  trigger: true,
  flags: [],
};

export const expose: InstructionInfo = {
  name: 'EXPOSE',
  summary: 'The ports that the container listens on',
  docs: `Says on which ports the container listens. It publishes none: that is what \`docker run -p\` is for; \`-P\` publishes
all of these.

\`\`\`dockerfile
EXPOSE <port>[-<port>][/<tcp|udp|sctp>]…
\`\`\``,
  url: referenceUrl('expose'),
  snippet: '${1:8080}',
  trigger: true,
  flags: [],
};

export const volume: InstructionInfo = {
  name: 'VOLUME',
  summary: 'Directories whose data outlives the container',
  docs: `Marks directories for volumes: a container gets a new one for each that it is not given another for.

\`\`\`dockerfile
VOLUME <path>…
VOLUME ["<path>"]
\`\`\``,
  url: referenceUrl('volume'),
  snippet: '${1:/data}',
  trigger: true,
  flags: [],
};

export const user: InstructionInfo = {
  name: 'USER',
  summary: 'The user that what follows runs as',
  docs: `The user, and optionally the group, that \`RUN\`, \`CMD\` and \`ENTRYPOINT\` run as from here on.

\`\`\`dockerfile
USER <name or uid>[:<name or gid>]
\`\`\``,
  url: referenceUrl('user'),
  snippet: '${1:user}',
  trigger: true,
  flags: [],
};

export const workdir: InstructionInfo = {
  name: 'WORKDIR',
  summary: 'The working directory of what follows',
  docs: `The directory in which the instructions that follow work, and in which containers start. It is made where it is
missing. A relative path counts from the one before.

\`\`\`dockerfile
WORKDIR <path>
\`\`\``,
  url: referenceUrl('workdir'),
  snippet: '${1:/app}',
  trigger: true,
  flags: [],
};

export const onbuild: InstructionInfo = {
  name: 'ONBUILD',
  summary: 'An instruction for images built on this one',
  docs: `Keeps an instruction for later: it runs right behind FROM in builds that use this image as their base.

\`\`\`dockerfile
ONBUILD <instruction>
\`\`\`

\`ONBUILD\`, \`FROM\` and \`MAINTAINER\` can’t be kept.`,
  url: referenceUrl('onbuild'),
  snippet: '${0}',
  flags: [],
};

export const maintainer: InstructionInfo = {
  name: 'MAINTAINER',
  summary: 'The image’s author (deprecated)',
  docs: `The author of the image. Deprecated: use \`LABEL org.opencontainers.image.authors="…"\`.`,
  url: referenceUrl('maintainer-deprecated'),
  snippet: '${1:name}',
  flags: [],
  deprecated: true,
};
