import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IGrammar } from 'vscode-textmate';

// Both are CommonJS bundles that Node's ESM loader finds no named exports in.
const require = createRequire(import.meta.url);
const { INITIAL, Registry, parseRawGrammar }: typeof import('vscode-textmate') = require('vscode-textmate');
const { OnigScanner, OnigString, loadWASM }: typeof import('vscode-oniguruma') = require('vscode-oniguruma');

interface GrammarContribution {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
  readonly embeddedLanguages?: Readonly<Record<string, string>>;
}

interface LanguageContribution {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
  readonly configuration?: string;
}

export interface Contributions {
  readonly languages: readonly LanguageContribution[];
  readonly grammars: readonly GrammarContribution[];
}

/** What Gantry contributes, as it stands in `syntaxes/contributions.json`; paths are relative to the repository. */
export const contributions: Contributions = require('../../../syntaxes/contributions.json');

/**
 * What VS Code itself contributes for a built-in extension: its own files, which these packages carry unchanged.
 * The editor API that they depend on is of no use here and is left out by `overrides` in package.json.
 */
export function builtIn(extension: string): { readonly contributes: Contributions; readonly folder: string } {
  const manifest = require.resolve(
    `@codingame/monaco-vscode-${extension}-default-extension/resources/package.json`,
  );
  return { ...require(manifest), folder: manifest.slice(0, -'package.json'.length) };
}

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Loads the grammars with the regular expression engine that VS Code has; ours come after its own, as in the editor. */
export async function loadGrammars(): Promise<(scopeName: string) => Promise<IGrammar>> {
  await loadWASM({ data: readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')) });
  const paths = new Map<string, string>();
  for (const extension of ['docker', 'javascript', 'json', 'python', 'shellscript', 'yaml']) {
    const { contributes, folder } = builtIn(extension);
    for (const grammar of contributes.grammars)
      paths.set(grammar.scopeName, `${folder}${grammar.path.split('/').at(-1)}`);
  }
  for (const grammar of contributions.grammars) paths.set(grammar.scopeName, grammar.path);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    async loadGrammar(scopeName) {
      const path = paths.get(scopeName);
      // Of languages that are only embedded, what matters is where they begin and end.
      if (path === undefined)
        return parseRawGrammar(JSON.stringify({ scopeName, patterns: [] }), 'none.json');
      return parseRawGrammar(readFileSync(path, 'utf8'), path);
    },
  });
  return async (scopeName) => {
    const grammar = await registry.loadGrammar(scopeName);
    if (grammar === null) throw new Error(`There is no grammar ${scopeName}.`);
    return grammar;
  };
}

/** The tokens of each line. */
export function tokenize(grammar: IGrammar, lines: readonly string[]): readonly (readonly Token[])[] {
  let state = INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: endIndex,
      scopes,
    }));
  });
}
