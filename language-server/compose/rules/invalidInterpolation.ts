import type { Report } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { type InterpolationError, interpolation } from '../interpolation/interpolation.ts';
import type { ComposeTree } from '../tree.ts';
import { scalarsIn } from '../yaml/inside.ts';

/** A `$` that Compose can’t read as a variable. */
export const invalidInterpolation: Rule<ComposeTree> = {
  id: 'InvalidInterpolation',
  severity: 'error',
  docs: 'Compose replaces `$NAME` and `${NAME}` in every value, with `:-`, `-`, `:?`, `?`, `:+` and `+` behind the name for what happens when it is not set. A dollar sign itself is written `$$`.',
  url: 'https://docs.docker.com/reference/compose-file/interpolation/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx:${TAG\n                 ^^^^^ This `${` is never closed. Write `}` behind the name.\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx:${1TAG}-${TAG!x}\n                 ^^^^^^^ There is no variable’s name in `${1TAG}`: letters, digits and `_`, and no digit first.\n                         ^^^^^^^^ Behind the name in `${TAG!x}` can stand `:-`, `-`, `:?`, `?`, `:+` or `+`, or the `}`.\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    command: echo $(date)\n                  ^ Compose takes this `$` for the start of a variable. Write `$$` for a dollar sign.\n',
      fixed: 'services:\n  web:\n    image: nginx\n    command: echo $$(date)\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: ${IMAGE:-nginx:${TAG:-latest}}\n    command: echo $$HOME $USER ${A?no a} ${B:+b}\n    labels:\n      price: 5$$\n',
  ],
  *check({ text, yaml }) {
    let dollar = text.indexOf('$');
    for (const { span } of scalarsIn(yaml.roots)) {
      if (dollar !== -1 && dollar < span.start) dollar = text.indexOf('$', span.start);
      if (dollar === -1) return;
      if (dollar < span.end) for (const error of interpolation(text, span).errors) yield report(error, text);
    }
  },
};

function report({ kind, span }: InterpolationError, text: string): Report {
  const written = text.slice(span.start, span.end);
  switch (kind) {
    case 'unclosed': {
      const word = /^\$\{[\w]*/.exec(written)?.[0].length ?? 2;
      const start = { start: span.start, end: span.start + word };
      return { span: start, message: 'This `${` is never closed. Write `}` behind the name.' };
    }
    case 'name':
      return {
        span,
        message: `There is no variable’s name in \`${written}\`: letters, digits and \`_\`, and no digit first.`,
      };
    case 'operator':
      return {
        span,
        message: `Behind the name in \`${written}\` can stand \`:-\`, \`-\`, \`:?\`, \`?\`, \`:+\` or \`+\`, or the \`}\`.`,
      };
    case 'dollar':
      return {
        span,
        message: 'Compose takes this `$` for the start of a variable. Write `$$` for a dollar sign.',
        fixes: [{ title: 'Write `$$`', edits: [{ span, newText: '$$' }], safe: true }],
      };
  }
}
