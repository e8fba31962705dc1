import { type CodeLens, commands, type Document } from '../../language.ts';
import type { DockerfileTree } from '../tree.ts';

/** A “Build” on each stage that can be named, and on the last, which a build makes unless told otherwise. */
export function codeLenses({ uri, tree }: Document<DockerfileTree>): readonly CodeLens[] {
  return tree.stages.flatMap(({ from, name, index }) => {
    const isLast = index === tree.stages.length - 1;
    // BuildKit knows targets by their names alone.
    if (!isLast && name === undefined) return [];
    const build = isLast ? { uri } : { uri, target: name?.text.toLowerCase() };
    return [{ span: from.keyword.span, title: 'Build', command: commands.build, arguments: [build] }];
  });
}
