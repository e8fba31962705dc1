import type { HadolintConfiguration } from '../../configuration/hadolintConfiguration.ts';
import type { DockerfileRule } from '../rule.ts';
import { hadolintRule } from './rule.ts';

/** Images from registries that the configuration does not trust. */
export function DL3026({ trustedRegistries }: HadolintConfiguration): DockerfileRule {
  return hadolintRule({
    id: 'DL3026',
    hadolintSeverity: 'error',
    docs: `With \`trustedRegistries\` in \`.hadolint.yaml\`, images may come from these alone: those of FROM, of \`COPY --from\` and
of \`RUN --mount=from=…\`. A \`*\` at the start or the end of a registry stands for anything. Images that name none come from
\`docker.io\`.`,
    exampleSettings: 'trustedRegistries:\n  - docker.io\n  - "*.example.com"\n',
    bad: [
      {
        file: 'FROM example.org/tools/make:1 AS build\n     ^^^^^^^^^^^^^^^^^^^^^^^^ Images may not come from example.org. Use one from docker.io, *.example.com.\nFROM debian:12\nCOPY --from=localhost:5000/a:1 /a /a\n            ^^^^^^^^^^^^^^^^^^ Images may not come from localhost:5000. Use one from docker.io, *.example.com.\n',
      },
    ],
    good: [
      'FROM debian:12\nFROM tools/make:1 AS build\nFROM cr.example.com/tools/make:1\nFROM build\nCOPY --from=build /a /a\nCOPY --from=0 /b /b\n',
      'FROM scratch\n',
      'ARG BASE\nFROM $BASE\n',
    ],
    *check({ references, variables }) {
      if (trustedRegistries.length === 0) return;
      for (const { kind, word, span, stage, byNumber } of references) {
        const text = kind === 'from' ? variables.expansionOf(word).text : word.text;
        if (stage !== undefined || byNumber || !text || text === 'scratch' || text.includes('$')) continue;
        const registry = registryOf(text);
        const names = registry === 'docker.io' ? ['docker.io', 'hub.docker.com'] : [registry];
        if (trustedRegistries.some((trusted) => names.some((name) => fits(name, trusted)))) continue;
        yield {
          span,
          message: `Images may not come from ${registry}. Use one from ${trustedRegistries.join(', ')}.`,
        };
      }
    },
  });
}

/** By the grammar of image references: the first part is a host where it has a dot or a port, or is `localhost`. */
function registryOf(image: string): string {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  return /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}

function fits(registry: string, trusted: string): boolean {
  if (trusted.startsWith('*')) return registry.endsWith(trusted.slice(1));
  if (trusted.endsWith('*')) return registry.startsWith(trusted.slice(0, -1));
  return registry === trusted;
}
