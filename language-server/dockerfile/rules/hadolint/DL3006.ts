import { splitReference } from '../../imageReference.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3006',
  hadolintSeverity: 'warning',
  docs: `An image without a tag is its \`latest\`: whatever was pushed last, so that the same Dockerfile gives another image
tomorrow. Name the version that the image was made for, and raise it on purpose.`,
  bad: [
    {
      file: 'FROM debian AS builder\n     ^^^^^^ Without a tag, debian is its `latest`, which changes. Name a version.\n',
    },
    {
      file: 'FROM localhost:5000/tools/debian\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Without a tag, localhost:5000/tools/debian is its `latest`, which changes. Name a version.\n',
    },
  ],
  good: [
    'FROM debian:12.5\n',
    'FROM debian@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
    'FROM golang:1.25 AS build\nFROM build AS test\nFROM scratch\n',
    'ARG BASE=debian:12\nFROM ${BASE}\n',
  ],
  *check({ stages }) {
    const named = new Set<string>();
    for (const { base, name } of stages) {
      if (base !== undefined && !base.text.includes('$') && base.text !== 'scratch') {
        const { tag, digest } = splitReference(base.text);
        if (tag === undefined && digest === undefined && !named.has(base.text.toLowerCase()))
          yield {
            span: base.span,
            message: `Without a tag, ${base.text} is its \`latest\`, which changes. Name a version.`,
          };
      }
      if (name !== undefined) named.add(name.text.toLowerCase());
    }
  },
});
