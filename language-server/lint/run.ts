import type { Language } from '../language.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';

/**
 * All that is wrong with a document: what the grammar refuses, what the rules find, filtered by what the file itself
 * says. A part that throws is logged and left out; the others still run.
 */
export function findings<Tree>(
  language: Language<Tree>,
  tree: Tree,
  log: (error: unknown) => void,
): readonly Finding[] {
  const found = [
    ...guarded(`${language.id} syntax errors`, log, [], () => [...language.syntaxErrors(tree)]),
    ...runRules(language.rules, tree, log),
  ];
  return guarded(`${language.id} pragmas`, log, found, () => language.pragmas?.(tree, found) ?? found);
}

/** What `rules` find; a rule that throws is logged and finds nothing. Rules that are off by default do not run. */
function runRules<Tree>(
  rules: readonly Rule<Tree>[],
  tree: Tree,
  log: (error: unknown) => void,
): readonly Finding[] {
  return rules
    .filter(({ offByDefault }) => offByDefault !== true)
    .flatMap((rule) => guarded(`rule ${rule.id}`, log, [], () => runRule(rule, tree)));
}

/** What one rule finds, not guarded. */
export function runRule<Tree>(
  { id, severity, source, aliases, url, check }: Rule<Tree>,
  tree: Tree,
): readonly Finding[] {
  const about = {
    code: id,
    severity,
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
  };
  const known = aliases === undefined ? {} : { aliases };
  return Array.from(check(tree), (report) => ({ ...known, ...report, ...about }));
}

function guarded<T>(part: string, log: (error: unknown) => void, otherwise: T, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    log(new Error(`The ${part} failed; its findings are missing.`, { cause }));
    return otherwise;
  }
}
