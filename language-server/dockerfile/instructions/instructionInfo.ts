/** The names of all instructions. */
type InstructionName =
  | 'ADD'
  | 'ARG'
  | 'CMD'
  | 'COPY'
  | 'ENTRYPOINT'
  | 'ENV'
  | 'EXPOSE'
  | 'FROM'
  | 'HEALTHCHECK'
  | 'LABEL'
  | 'MAINTAINER'
  | 'ONBUILD'
  | 'RUN'
  | 'SHELL'
  | 'STOPSIGNAL'
  | 'USER'
  | 'VOLUME'
  | 'WORKDIR';

/** An instruction as the language's data: its flags, where it may stand, what is said about it. */
export interface InstructionInfo {
  readonly name: InstructionName;
  /** One line, for lists. */
  readonly summary: string;
  /** Markdown. */
  readonly docs: string;
  /** Where Docker's reference explains it. */
  readonly url: string;
  /** What is inserted for it, with placeholders, the keyword left out. */
  readonly snippet: string;
  readonly flags: readonly FlagInfo[];
  /** BuildKit does not read flags of ARG and STOPSIGNAL, so that none is refused. */
  readonly flagsUnread?: boolean;
  /** Whether it may stand before the first FROM. */
  readonly beforeFrom?: boolean;
  /** Whether ONBUILD may keep it for later. */
  readonly trigger?: boolean;
  readonly deprecated?: boolean;
}

export interface FlagInfo {
  /** Without the dashes. */
  readonly name: string;
  /** Markdown. */
  readonly docs: string;
  readonly value: ValueInfo;
  /** Whether it may be given several times. */
  readonly repeatable?: boolean;
}

/** What a flag or an option takes. */
export type ValueInfo =
  /** `true` or `false`; the name alone means `true`. */
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly values: readonly ChoiceInfo[] }
  /** The name of a stage, its number, or an image. */
  | { readonly kind: 'stage' }
  | { readonly kind: 'platform' }
  /** A Go duration of 1 ms and more, such as `1m30s`; 0 stands for the default. */
  | { readonly kind: 'duration' }
  | { readonly kind: 'number' }
  /** Octal, or symbolic such as `u=rwX,go=rX`. */
  | { readonly kind: 'mode' }
  | { readonly kind: 'mount' }
  | { readonly kind: 'device' }
  | { readonly kind: 'text'; readonly placeholder: string };

export interface ChoiceInfo {
  readonly value: string;
  readonly docs: string;
}

const reference = 'https://docs.docker.com/reference/dockerfile/';

/** The place in Docker's reference of the Dockerfile. */
export function referenceUrl(anchor: string): string {
  return `${reference}#${anchor}`;
}
