import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';
import { mergedPairs } from '../yaml/merged.ts';

/** A service with nothing to run. */
export const missingImage: Rule<ComposeTree> = {
  id: 'MissingImage',
  severity: 'error',
  docs: 'A service runs an `image`, or one that it has the `build` of, or is run by a `provider`. It may get them by `extends` or `<<`. A file that completes another, such as `compose.override.yaml`, is not checked.',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  bad: [
    {
      file: 'services:\n  web:\n  ^^^ `web` has neither `image` nor `build`, so that there is nothing to run.\n    ports: ["80:80"]\n',
    },
  ],
  good: [
    'x-web: &web\n  image: nginx\nservices:\n  a:\n    <<: *web\n  b:\n    build: .\n  c:\n    extends:\n      file: base.yaml\n      service: c\n  d:\n    provider:\n      type: cloud\n',
  ],
  *check(tree) {
    if (tree.fragment) return;
    for (const { name, key, pair, value } of tree.declared('service').values()) {
      if (value?.kind !== 'map' || pair.damaged || name.startsWith('x-')) continue;
      if (value.pairs.some((own) => own.guessed || sources.includes(own.key.value))) continue;
      const { pairs, complete } = mergedPairs(value, tree.anchors);
      if (!complete || sources.some((source) => pairs.has(source))) continue;
      const message = `\`${name}\` has neither \`image\` nor \`build\`, so that there is nothing to run.`;
      yield { span: key.span, message };
    }
  },
};

const sources: readonly string[] = ['image', 'build', 'extends', 'provider'];
