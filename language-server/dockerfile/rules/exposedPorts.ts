import type { Span } from '../../text/span.ts';
import { type ExposedPort, portProblem, splitPort } from '../ports.ts';
import type { DockerfileTree } from '../tree.ts';

/** A port of an EXPOSE as BuildKit reads it. */
export interface FoundPort extends ExposedPort {
  readonly text: string;
  /** The word it is written in. */
  readonly span: Span;
  /** Whether the word is the port and nothing else, so that it can be changed in place. */
  readonly asWritten: boolean;
}

/** All ports that are exposed in stages and that BuildKit takes, as far as the text tells them. */
export function* exposedPorts({ stages, variables }: DockerfileTree): Iterable<FoundPort> {
  for (const { name, arguments: args } of stages.flatMap(({ instructions }) => instructions)) {
    if (name !== 'EXPOSE' || args.form !== 'words') continue;
    for (const word of args.words) {
      for (const text of variables.expansionOf(word).text?.split(/\s+/) ?? []) {
        const port = splitPort(text);
        const asWritten = text === word.text;
        if (text !== '' && portProblem(port) === undefined)
          yield { ...port, text, span: word.span, asWritten };
      }
    }
  }
}
