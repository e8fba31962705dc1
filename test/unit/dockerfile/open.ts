import { type DockerfileTree, parseDockerfile } from '../../../language-server/dockerfile/tree.ts';
import type { Document } from '../../../language-server/language.ts';
import { linesOf } from '../../../language-server/text/lines.ts';
import { readCursor } from '../fixture.ts';

/** A document as the server opens it. */
export function open(text: string): Document<DockerfileTree> {
  return { uri: 'file:///project/Dockerfile', text, lines: linesOf(text), tree: parseDockerfile(text) };
}

/** The document of a fixture, and where its cursor `$0` stands. */
export function openAt(fixture: string): {
  readonly document: Document<DockerfileTree>;
  readonly offset: number;
} {
  const { text, offset } = readCursor(fixture);
  return { document: open(text), offset };
}
