import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';

/** A `version`, which Compose takes no notice of. */
export const obsoleteVersion: Rule<ComposeTree> = {
  id: 'ObsoleteVersion',
  severity: 'warning',
  docs: 'Compose reads every file by the newest specification and warns that `version` is obsolete. Stack files keep it: `docker stack deploy` chooses its schema by it.',
  url: 'https://docs.docker.com/reference/compose-file/version-and-name/',
  bad: [
    {
      file: 'version: "3.8"\n^^^^^^^^^^^^^^ `version` is obsolete: Compose takes no notice of it. Remove it.\nservices:\n  web:\n    image: nginx\n',
      fixed: 'services:\n  web:\n    image: nginx\n',
    },
  ],
  good: ['services:\n  web:\n    image: nginx\n'],
  *check({ entries, dialect, text }) {
    if (dialect === 'stack') return;
    for (const { key, span } of entries) {
      if (key.value !== 'version') continue;
      // The whole line, and the blank ones behind it, when nothing else stands on it.
      const rest = /^[^\S\r\n]*(?:#[^\r\n]*)?(?:(?:\r?\n)[^\S\r\n]*)*/.exec(text.slice(span.end))?.[0] ?? '';
      const line = text.lastIndexOf('\n', span.start - 1) + 1;
      const alone = text.slice(line, span.start).replace('\ufeff', '') === '';
      const end = alone ? span.end + rest.length : span.end;
      const fix = {
        title: 'Remove `version`',
        edits: [{ span: { start: span.start, end }, newText: '' }],
        safe: true,
      };
      yield {
        span,
        message: '`version` is obsolete: Compose takes no notice of it. Remove it.',
        deprecated: true,
        ...(alone ? { fixes: [fix] } : {}),
      };
    }
  },
};
