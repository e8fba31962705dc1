import type { Report } from '../../lint/finding.ts';
import { alongLineage } from '../analysis/lineage.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'WorkdirRelativePath',
  aliases: ['DL3000'],
  docs: `A relative WORKDIR counts from that of the base image, which may change with it. Let the first WORKDIR of a stage be
absolute.`,
  bad: [
    {
      file: 'FROM nginx\nWORKDIR usr/share/nginx\n        ^^^^^^^^^^^^^^^ Relative workdir "usr/share/nginx" can have unexpected results if the base image changes\n',
      fixed: 'FROM nginx\nWORKDIR /usr/share/nginx\n',
    },
  ],
  good: [
    'FROM nginx\nWORKDIR /usr\nWORKDIR share\n',
    'FROM nginx AS a\nWORKDIR /usr\nFROM a\nWORKDIR share\n',
    'FROM windows\nWORKDIR C:\\\\app\n',
    'FROM nginx\nWORKDIR $SOMEWHERE/x\n',
  ],
  *check(tree) {
    const reports: Report[] = [];
    alongLineage<boolean>(tree, ({ instructions }, inherited) => {
      let isSet = inherited === true;
      for (const { name, arguments: args } of instructions) {
        if (name !== 'WORKDIR' || args.form !== 'text') continue;
        const { text: written, span } = args.text;
        const { text } = tree.variables.expansionOf(args.text);
        if (!isSet && text !== undefined && !isAbsolute(text)) {
          const start = { start: span.start, end: span.start };
          reports.push({
            span,
            message: `Relative workdir ${JSON.stringify(text)} can have unexpected results if the base image changes`,
            fixes: /^[\w.]/.test(written)
              ? [
                  {
                    title: `Make it absolute: /${written}`,
                    edits: [{ span: start, newText: '/' }],
                    safe: false,
                  },
                ]
              : [],
          });
        }
        isSet = true;
      }
      return isSet;
    });
    yield* reports;
  },
});

/** Also with a drive, as on Windows, and with the quotes of a word that BuildKit can’t read. */
function isAbsolute(path: string): boolean {
  return /^["']?(?:[/\\]|[A-Za-z]:)/.test(path);
}
