import { booleans } from '../analysis/checkOptions.ts';
import { type FlagOption, mountOptions } from '../analysis/mounts.ts';
import { type MountType, mountOptionInfo, mountOptionInfos, mountTypes } from '../instructions/mounts.ts';
import { didYouMean, suggestion } from '../suggestion.ts';
import type { Instruction } from '../syntax/tree.ts';
import { choiceProblem } from './flagValues.ts';
import type { Refusal } from './refusal.ts';

/** Mounts of RUN that BuildKit refuses. Options are read in their order: `type` comes before what belongs to it. */
export function* mountErrors({ name, flags, line }: Instruction): Iterable<Refusal> {
  if (name !== 'RUN') return;
  for (const flag of flags) {
    if (flag.name.text !== 'mount' || flag.value === undefined) continue;
    if (flag.value.text === '') {
      const message =
        'The mount is empty. Write its type and target, such as --mount=type=cache,target=/root/.cache.';
      yield { code: 'InvalidMount', span: flag.span, message };
      continue;
    }
    // A quote that is written as \" would be CSV’s, which nobody writes.
    if (flag.value.text.includes('"')) continue;
    const problem = firstProblem(mountOptions(line, flag));
    if (problem === undefined) continue;
    const { option, message } = problem;
    yield { code: 'InvalidMount', span: option?.span ?? flag.span, message };
  }
}

interface Problem {
  /** Absent where it is the mount as a whole. */
  readonly option?: FlagOption;
  readonly message: string;
}

/** What is set of a mount so far: nothing known of what a variable gives. */
interface Mount {
  type: MountType | undefined;
  readonly set: Map<string, { readonly option: FlagOption; readonly value: string | undefined }>;
}

/** BuildKit stops at the first. */
function firstProblem(options: readonly FlagOption[]): Problem | undefined {
  const mount: Mount = { type: 'bind', set: new Map() };
  for (const option of options) {
    const message = optionProblem(option, mount);
    if (message !== undefined) return { option, message };
  }
  return wholeProblem(mount);
}

function optionProblem(option: FlagOption, mount: Mount): string | undefined {
  const { key, value } = option;
  const info = mountOptionInfo(key.text);
  if (info === undefined) {
    if (key.text === '') return 'An option is missing here. Remove the comma, or write key=value.';
    const all = mountOptionInfos.flatMap(({ name, aliases }) => [name, ...aliases]);
    const like = suggestion(key.text.toLowerCase(), all);
    return `A mount has no option “${key.text}”.${like === undefined ? ` Options are ${all.join(', ')}.` : didYouMean(like)}`;
  }
  const text = value === undefined || value.text.includes('$') ? undefined : value.text;
  if (value === undefined && info.value.kind !== 'boolean') return `${key.text} needs a value: ${key.text}=…`;
  if (info.name === 'from' && value !== undefined && /\$./.test(value.text)) {
    return 'from can’t use variables. Define a stage with FROM and the variable, and name that stage.';
  }
  if (info.name === 'type') mount.type = undefined;
  const { type } = mount;
  const belongs = info.name !== 'required' || type === undefined || type === 'secret' || type === 'ssh';
  if (!belongs || (info.name === 'size' && type !== undefined && type !== 'tmpfs')) {
    return `A ${type} mount has no option ${info.name}. Put type= before it if it is of another type.`;
  }
  mount.set.set(info.name, { option, value: text });
  if (text === undefined) return undefined;
  if (info.name === 'type')
    mount.type = mountTypes.find((candidate) => candidate.value === text.toLowerCase())?.value;
  return valueProblem(info.name, info.value.kind, text);
}

function valueProblem(name: string, kind: string, text: string): string | undefined {
  if (name === 'type')
    return choiceProblem(
      'type',
      text.toLowerCase(),
      mountTypes.map(({ value }) => value),
    );
  if (name === 'sharing')
    return choiceProblem('sharing', text.toLowerCase(), ['shared', 'private', 'locked']);
  if (name === 'size')
    return /^\d+(?:\.\d+)? ?(?:[kmgtp]i?)?b?$/i.test(text)
      ? undefined
      : `“${text}” is no size. Write it as 64m.`;
  if (kind === 'boolean') return booleans.has(text) ? undefined : `${name} is true or false, not “${text}”.`;
  if (kind === 'mode')
    return number(text, /^[0-7]+$/, 8) ? undefined : `“${text}” is no mode in octal, such as 0755.`;
  if (kind === 'number') return number(text, /^\d+$/, 10) ? undefined : `“${text}” is no number for ${name}.`;
  return undefined;
}

function number(text: string, digits: RegExp, base: number): boolean {
  return digits.test(text) && Number.parseInt(text, base) < 2 ** 32;
}

function wholeProblem({ type, set }: Mount): Problem | undefined {
  if (type === undefined) return undefined;
  const given = (name: string): boolean => set.has(name) && set.get(name)?.value !== '';
  const at = (name: string, message: string): Problem => {
    const option = set.get(name)?.option;
    return option === undefined ? { message } : { option, message };
  };
  if (type === 'bind' || type === 'tmpfs') {
    const owner = ['mode', 'uid', 'gid'].find((name) => set.has(name));
    if (owner !== undefined)
      return at(owner, `A ${type} mount can’t have ${owner}; a cache, a secret or ssh can.`);
  }
  if (type === 'secret') {
    if (given('from'))
      return at('from', 'A secret comes from the build command, not from a stage. Remove from.');
    if (given('sharing')) return at('sharing', 'A secret is not shared between builds. Remove sharing.');
    if (!given('source') && !given('target') && !given('id') && !given('env')) {
      return { message: 'The secret is not named. Add id=…, as in docker build --secret id=….' };
    }
    if (given('source') && given('id'))
      return at('source', 'source and id of a secret mean the same. Keep one.');
  }
  if (given('sharing') && type !== 'cache')
    return at('sharing', `A ${type} mount can’t have sharing; a cache can.`);
  const target = set.get('target')?.value;
  if (target !== undefined && type !== 'secret' && type !== 'ssh' && isRoot(target)) {
    return at('target', 'Nothing can be mounted over the whole file system. Name a directory as target.');
  }
  return undefined;
}

function isRoot(path: string): boolean {
  return (
    path.startsWith('/') && path.split('/').every((part) => part === '' || part === '.' || part === '..')
  );
}
