import { addressProblem } from './address.ts';
import type { GrammarProblem } from './problem.ts';

export function restartProblem(value: string): GrammarProblem | undefined {
  if (/^(?:no|always|unless-stopped|on-failure(?::\d+)?|)$/.test(value)) return undefined;
  return {
    message: `\`${value}\` is no restart policy; there are \`no\`, \`always\`, \`on-failure[:times]\` and \`unless-stopped\`.`,
  };
}

export function pullPolicyProblem(value: string): GrammarProblem | undefined {
  if (
    /^(?:always|never|build|if_not_present|missing|refresh|daily|weekly|every_(?:\d+[wdhms])+|)$/.test(value)
  )
    return undefined;
  return {
    message: `\`${value}\` is no pull policy; there are \`always\`, \`never\`, \`missing\`, \`build\`, \`daily\`, \`weekly\` and \`every_\` with a duration, such as \`every_12h\`.`,
  };
}

export function containerNameProblem(value: string): GrammarProblem | undefined {
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(value)) return undefined;
  return {
    message: `\`${value}\` can be no container’s name. It takes letters, digits, \`_\`, \`.\` and \`-\`, at least two, and starts with a letter or digit.`,
  };
}

export function projectNameProblem(value: string): GrammarProblem | undefined {
  if (/^[a-z0-9][a-z0-9_-]*$/.test(value)) return undefined;
  const message = `\`${value}\` can be no project’s name. It takes lower-case letters, digits, \`-\` and \`_\`, and starts with a letter or digit.`;
  const replacement = value.toLowerCase();
  return /^[a-z0-9][a-z0-9_-]*$/.test(replacement) ? { message, replacement } : { message };
}

export function platformProblem(value: string): GrammarProblem | undefined {
  if (/^[A-Za-z0-9_-]+(?:\([^)]*\))?(?:\/[A-Za-z0-9_.-]+){0,2}$/.test(value)) return undefined;
  return { message: `\`${value}\` is no platform. Write \`system/architecture\`, such as \`linux/arm64\`.` };
}

/** `host:address`, `host=address`; the address may be one of IPv6, in brackets or not. */
export function extraHostProblem(value: string): GrammarProblem | undefined {
  const separator = /[=:]/.exec(value)?.index ?? -1;
  if (separator <= 0 || separator === value.length - 1)
    return { message: `\`${value}\` has no address. Write \`host=address\`.` };
  const address = value.slice(separator + 1).replace(/^\[(.*)\]$/, '$1');
  if (address === 'host-gateway' || addressProblem(address) === undefined) return undefined;
  return {
    message: `\`${address}\` is no IP address. Write one, or \`host-gateway\`.`,
    start: separator + 1,
    end: value.length,
  };
}
