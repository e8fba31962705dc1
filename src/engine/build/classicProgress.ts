import { instructionsOf } from './instructions.ts';

/** A message of the classic builder's. */
export interface ClassicMessage {
  readonly stream?: string;
  readonly status?: string;
  readonly id?: string;
  readonly aux?: { readonly ID?: string };
}

/** Tells of a build by the classic builder as text for a terminal. */
export interface ClassicProgress {
  show(message: ClassicMessage): void;
  /** Line, zero-based, of the instruction that it is at. */
  readonly line: number | undefined;
}

/** Makes the teller of one build; the classic builder numbers all instructions, from the first on. */
export function createClassicProgress(dockerfile: string, write: (text: string) => void): ClassicProgress {
  const instructions = instructionsOf(dockerfile);
  const layers = new Map<string, string>();
  let step = 0;
  return {
    get line() {
      return instructions[step - 1]?.line;
    },
    show({ stream, status, id }) {
      if (stream !== undefined) {
        step = Number(/^(?:Step|STEP) (\d+)\/\d+ ?:/.exec(stream)?.[1] ?? step);
        write(stream.replace(/\r?\n/g, '\r\n'));
      } else if (status !== undefined && layers.get(id ?? '') !== status) {
        layers.set(id ?? '', status);
        write(`${id === undefined ? '' : `${id}: `}${status}\r\n`);
      }
    },
  };
}
