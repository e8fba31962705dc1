import { compose } from '../../../language-server/compose/language.ts';
import type { ComposeTree } from '../../../language-server/compose/tree.ts';
import type { Document, Surroundings } from '../../../language-server/language.ts';
import { findings } from '../../../language-server/lint/run.ts';
import { linesOf } from '../../../language-server/text/lines.ts';

/** A document of a text, as the server has it. */
export function documentOf(text: string, fileName = 'compose.yaml'): Document<ComposeTree> {
  const uri = `file:///project/${fileName}`;
  return { uri, text, lines: linesOf(text), tree: compose.parse(text, fileName) };
}

/** All findings as `code: the text under it: message`. */
export function found(text: string, fileName?: string): readonly string[] {
  const { tree } = documentOf(text, fileName);
  const all = findings(compose, tree, (error) => {
    throw error;
  });
  return all.map(({ code, span, message }) => `${code}: ${text.slice(span.start, span.end)}: ${message}`);
}

/** An engine with some images and a folder with some files. */
export const surroundings: Surroundings = {
  images: () => Promise.resolve(['nginx:1.27', 'postgres:17']),
  list: (_uri, path) =>
    Promise.resolve(path === './src/' ? ['main.ts'] : ['Dockerfile', 'Dockerfile.dev', 'secret.txt', 'src/']),
};
