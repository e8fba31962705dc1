import type { CompletionItem } from '../../language.ts';
import { instructionInfo } from '../instructions/index.ts';
import type { FlagInfo, ValueInfo } from '../instructions/instructionInfo.ts';
import { mountOptionInfo, mountOptionInfos } from '../instructions/mounts.ts';
import { completeValues } from './completeValues.ts';
import { type Place, typed } from './place.ts';

/** What can stand where a flag does, or its value; `stages` asks for the names of stages and images. */
export type FlagCompletion =
  | { readonly items: readonly CompletionItem[]; readonly stages?: number }
  | undefined;

/** Completes a flag: its name, its value, the options of a mount. Nothing where the cursor is in no flag. */
export function completeFlags(place: Place): FlagCompletion {
  const info = instructionInfo(place.instruction.name);
  // All words before it are flags.
  const [, word] = /^\S+\s+(?:--\S+\s+)*(-\S*)$/.exec(place.before) ?? [];
  if (info === undefined || word === undefined) return undefined;
  const equals = word.indexOf('=');
  if (equals < 0) return { items: flagNames(place, info.flags, word) };
  const flag = info.flags.find(({ name }) => `--${name}` === word.slice(0, equals));
  if (flag === undefined) return { items: [] };
  const value = word.slice(equals + 1);
  if (flag.value.kind === 'mount') return completeMount(place, value);
  return valueCompletion(place, flag.value, value);
}

function valueCompletion(place: Place, value: ValueInfo, text: string): FlagCompletion {
  const items = completeValues(value, typed(place, text.length));
  return value.kind === 'stage' ? { items, stages: text.length } : { items };
}

function flagNames(place: Place, flags: readonly FlagInfo[], word: string): readonly CompletionItem[] {
  const span = typed(place, word.length);
  const used = new Set(
    place.instruction.flags.filter((flag) => flag.span.end < place.offset).map(({ name }) => name.text),
  );
  return flags
    .filter(({ name, repeatable }) => repeatable === true || !used.has(name))
    .map(({ name, docs, value }) => ({
      label: `--${name}`,
      kind: 'property',
      documentation: docs,
      edit: { span, newText: value.kind === 'boolean' ? `--${name}` : `--${name}=` },
      retrigger: value.kind !== 'boolean' && value.kind !== 'text',
    }));
}

function completeMount(place: Place, value: string): FlagCompletion {
  const fields = value.split(',');
  const field = fields.at(-1) ?? '';
  const equals = field.indexOf('=');
  if (equals >= 0) {
    const option = mountOptionInfo(field.slice(0, equals));
    return option === undefined
      ? { items: [] }
      : valueCompletion(place, option.value, field.slice(equals + 1));
  }
  const given = fields.slice(0, -1).map((text) => text.split('='));
  const type = given.findLast(([key]) => key?.toLowerCase() === 'type')?.[1]?.toLowerCase();
  const used = new Set(given.map(([key = '']) => mountOptionInfo(key)?.name));
  const span = typed(place, field.length);
  const options = mountOptionInfos.filter(
    ({ name, types }) => !used.has(name) && (type === undefined || types.some((own) => own === type)),
  );
  return {
    items: options.map(({ name, docs, value: grammar }, index) => ({
      label: name,
      kind: 'property',
      documentation: docs,
      edit: { span, newText: grammar.kind === 'boolean' ? name : `${name}=` },
      sortText: String(index).padStart(2, '0'),
      retrigger: grammar.kind === 'choice' || grammar.kind === 'stage',
    })),
  };
}
