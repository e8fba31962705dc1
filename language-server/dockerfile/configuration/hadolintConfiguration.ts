import { parse } from 'yaml';
import type { Severity } from '../../lint/finding.ts';

/** What a `.hadolint.yaml` says, as far as it concerns findings. */
export interface HadolintConfiguration {
  readonly ignored: ReadonlySet<string>;
  /** The severities that rules are given. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Registries that images may come from, each with a `*` at its start or end, perhaps; empty where all may be. */
  readonly trustedRegistries: readonly string[];
  /** The labels that an image must have, and what their values are. */
  readonly labelSchema: ReadonlyMap<string, LabelType>;
  /** Whether an image may have no other labels. */
  readonly strictLabels: boolean;
  /** Whether `# hadolint ignore=` counts. */
  readonly ignoreComments: boolean;
}

export type LabelType = (typeof labelTypes)[number];

const labelTypes = ['text', 'url', 'spdx', 'hash', 'rfc3339', 'semver', 'email'] as const;

/** What holds where there is no such file. */
export const noHadolintConfiguration: HadolintConfiguration = {
  ignored: new Set(),
  severities: new Map(),
  trustedRegistries: [],
  labelSchema: new Map(),
  strictLabels: false,
  ignoreComments: true,
};

/** The names that hadolint looks for, the first that is there. */
export const hadolintConfigurationFiles = ['.hadolint.yaml', '.hadolint.yml'] as const;

/** Reads the text of a `.hadolint.yaml`; never throws: what can't be read says nothing. */
export function readHadolintConfiguration(text: string): HadolintConfiguration {
  const file = mapOf(parsed(text));
  const schema = Object.entries(mapOf(file['label-schema'])).flatMap(([label, value]) => {
    const type = value === '' || value === null ? 'text' : labelTypes.find((known) => known === value);
    return type === undefined ? [] : [[label, type] as const];
  });
  return {
    ignored: new Set(strings(file.ignored)),
    severities: severitiesOf(mapOf(file.override)),
    trustedRegistries: strings(file.trustedRegistries),
    labelSchema: new Map(schema),
    strictLabels: file['strict-labels'] === true,
    ignoreComments: file['disable-ignore-pragma'] !== true,
  };
}

/** Of a rule that is in several lists, the gravest counts. */
function severitiesOf(override: Readonly<Record<string, unknown>>): ReadonlyMap<string, Severity> {
  const levels = [
    ['style', 'hint'],
    ['info', 'information'],
    ['warning', 'warning'],
    ['error', 'error'],
  ] as const;
  return new Map(
    levels.flatMap(([name, severity]) => strings(override[name]).map((code) => [code, severity] as const)),
  );
}

function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function strings(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}
