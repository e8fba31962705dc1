import { type FlagInfo, type InstructionInfo, referenceUrl } from './instructionInfo.ts';

const shared: readonly FlagInfo[] = [
  {
    name: 'chown',
    docs: 'The owner of the files, `user[:group]`, by names or numbers; root unless given.',
    value: { kind: 'text', placeholder: 'user:group' },
  },
  {
    name: 'chmod',
    docs: 'The permissions of the files, in octal such as `755`, or symbolic such as `u=rwX,go=rX`.',
    value: { kind: 'mode' },
  },
  {
    name: 'link',
    docs: 'Puts the files in a layer that does not depend on those below, so that it stays valid when they change. Links in the destination’s path are not followed then.',
    value: { kind: 'boolean' },
  },
  {
    name: 'exclude',
    docs: 'A pattern of files that are left out, as in `.dockerignore`. May be given several times.',
    value: { kind: 'text', placeholder: '*.md' },
    repeatable: true,
  },
];

export const copy: InstructionInfo = {
  name: 'COPY',
  summary: 'Copy files from the build context or another stage',
  docs: `Copies files and directories into the image: from the build context, or with \`--from\` from another stage or image.

\`\`\`dockerfile
COPY [--from=<stage>] [--chown=…] [--chmod=…] <source>… <destination>
COPY ["<source with spaces>", "<destination>"]
COPY <<name <destination>
\`\`\`

A destination that ends in \`/\` is a directory. Of a directory its contents are copied, not itself. Patterns such as
\`*.js\` are allowed in sources. Files that \`.dockerignore\` names are not there.`,
  url: referenceUrl('copy'),
  snippet: '${1:source} ${2:destination}',
  trigger: true,
  flags: [
    {
      name: 'from',
      docs: 'The stage, by its name or number, or the image, that is copied from. No variables here: define a stage for that.',
      value: { kind: 'stage' },
    },
    ...shared,
    {
      name: 'parents',
      docs: 'Keeps the directories of the sources’ paths, from a `/./` in them on if there is one.',
      value: { kind: 'boolean' },
    },
  ],
};

export const add: InstructionInfo = {
  name: 'ADD',
  summary: 'Add files, unpacked archives, downloads or Git repositories',
  docs: `Copies as \`COPY\` does, and besides: downloads \`http(s)\` URLs, clones Git repositories, and unpacks local archives
(tar, gzip, bzip2, xz, zstd).

\`\`\`dockerfile
ADD [--checksum=…] [--chown=…] [--chmod=…] <source>… <destination>
\`\`\`

Use \`COPY\` where none of this is meant.`,
  url: referenceUrl('add'),
  snippet: '${1:source} ${2:destination}',
  trigger: true,
  flags: [
    ...shared,
    {
      name: 'checksum',
      docs: 'The digest that a download must have, `sha256:…`, or the commit that a Git repository must be at. For one source that is a URL.',
      value: { kind: 'text', placeholder: 'sha256:…' },
    },
    {
      name: 'keep-git-dir',
      docs: 'Whether a cloned repository keeps its `.git`.',
      value: { kind: 'boolean' },
    },
    {
      name: 'unpack',
      docs: 'Whether archives are unpacked: `false` keeps local ones packed, `true` unpacks downloaded ones too.',
      value: { kind: 'boolean' },
    },
  ],
};
