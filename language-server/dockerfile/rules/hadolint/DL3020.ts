import type { Word } from '../../syntax/logicalLine.ts';
import { argumentWords } from './argumentWords.ts';
import { everyInstruction } from './everyInstruction.ts';
import { isArchive } from './isArchive.ts';
import { hadolintRule } from './rule.ts';
import { unquoted } from './unquoted.ts';

export default hadolintRule({
  id: 'DL3020',
  hadolintSeverity: 'error',
  docs: `ADD unpacks archives and downloads URLs and Git repositories. For plain files and folders COPY does the same and
nothing more, so that nobody has to ask whether something is unpacked.`,
  bad: [
    {
      file: 'FROM debian:12\nADD file /usr/src/app/\n^^^ ADD is for archives and downloads. Use COPY for files and folders.\nadd --chown=app "src" ./\n^^^ ADD is for archives and downloads. Use COPY for files and folders.\n',
      fixed: 'FROM debian:12\nCOPY file /usr/src/app/\ncopy --chown=app "src" ./\n',
    },
    {
      file: 'FROM debian:12\nONBUILD ADD ["file.zip", "/x"]\n        ^^^ ADD is for archives and downloads. Use COPY for files and folders.\n',
      fixed: 'FROM debian:12\nONBUILD COPY ["file.zip", "/x"]\n',
    },
    {
      file: 'FROM debian:12\nADD a.tar.gz b /x/\n^^^ ADD is for archives and downloads. Use COPY for files and folders.\n',
    },
  ],
  good: [
    'FROM debian:12\nADD rootfs.tar.xz "app.tgz" /\n',
    'FROM debian:12\nADD https://example.com/a "http://example.com/b" /x/\n',
    'FROM debian:12\nADD --keep-git-dir git@github.com:a/b.git /x\n',
    'FROM debian:12\nARG URL=https://example.com/x\nADD $URL /x\nADD ${WHAT} /x\n',
    'FROM debian:12\nCOPY file /x\n',
  ],
  *check(tree) {
    for (const instruction of everyInstruction(tree)) {
      if (instruction.name !== 'ADD') continue;
      const sources = argumentWords(instruction).slice(0, -1);
      const what = sources.map((word) => kindOf(word, tree.variables.expansionOf(word).text));
      if (!what.includes('files')) continue;
      const { keyword, flags } = instruction;
      // A pattern can also fit an archive, which COPY would not unpack.
      const same = what.every((kind) => kind === 'files') && !sources.some(({ text }) => /[*?[]/.test(text));
      const newText = keyword.text === keyword.text.toLowerCase() ? 'copy' : 'COPY';
      const fits = !what.includes('other') && flags.every(({ name }) => shared.has(name.text));
      yield {
        span: keyword.span,
        message: 'ADD is for archives and downloads. Use COPY for files and folders.',
        fixes: fits ? [{ title: 'Use COPY', edits: [{ span: keyword.span, newText }], safe: same }] : [],
      };
    }
  },
});

/** Flags that mean the same for both. */
const shared: ReadonlySet<string> = new Set(['chown', 'chmod', 'link', 'exclude']);

/** `other` is what COPY can't take or would take as it is, `unknown` what only the build knows. */
function kindOf({ text: written }: Word, expanded: string | undefined): 'files' | 'other' | 'unknown' {
  const text = unquoted(written.startsWith('$') ? (expanded ?? '') : written);
  if (text === '') return 'unknown';
  if (/^(?:https?|git|ssh):\/\/|^git@|^<</.test(text) || isArchive(text)) return 'other';
  return 'files';
}
