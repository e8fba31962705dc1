import type { GrammarProblem } from './problem.ts';

/** Source: the reference grammar of the distribution project, with names normalised as the engine does it. */
export function imageProblem(value: string): GrammarProblem | undefined {
  if (value === '' || reference.test(value)) return undefined;
  if (/\s/.test(value)) return { message: `\`${value}\` is no image: there is white space in it.` };
  if (/^https?:\/\//.test(value)) {
    const replacement = value.replace(/^https?:\/\//, '').replace(/\/$/, '');
    return {
      message: `\`${value}\` is no image: a reference has no \`https://\`. Write \`${replacement}\`.`,
    };
  }
  const lower = lowerCased(value);
  if (lower !== value && reference.test(lower)) {
    return {
      message: `\`${value}\` is no image: the repository must be in lower case. Write \`${lower}\`.`,
      replacement: lower,
    };
  }
  return { message: `\`${value}\` is no image. Write \`[registry/]repository[:tag][@digest]\`.` };
}

/** Only the repository: a registry's host and a tag may have capitals. */
function lowerCased(value: string): string {
  const slash = value.indexOf('/');
  const host = slash === -1 ? '' : value.slice(0, slash);
  const registry = /[.:]|^localhost$/.test(host) ? value.slice(0, slash + 1) : '';
  const rest = value.slice(registry.length);
  const name = /^[^:@]*/.exec(rest)?.[0] ?? '';
  return registry + name.toLowerCase() + rest.slice(name.length);
}

const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const component = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const reference = new RegExp(
  `^(?:${host}/)?${component}(?:/${component})*(?::\\w[\\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
);
