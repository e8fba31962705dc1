import type { Language } from '../../../language-server/language.ts';

/**
 * A language for tests, whose texts are their own trees: each `!` is a mistake with a safe fix, and each word is a name
 * that its first use declares.
 */
export function shout(parts: Partial<Language<string>> = {}): Language<string> {
  return {
    id: 'shout',
    languageIds: ['shout'],
    matches: (name) => name.endsWith('.shout'),
    parse: (text) => text,
    *syntaxErrors(text) {
      for (const { index } of text.matchAll(/!/g)) {
        const span = { start: index, end: index + 1 };
        const fix = { title: 'Calm down', safe: true, edits: [{ span, newText: '.' }] };
        yield { code: 'Loud', severity: 'error', span, message: 'Too loud.', fixes: [fix] };
      }
    },
    rules: [],
    ...parts,
  };
}

/** One that notes in `parsed` each text it parses. */
export function recording(parsed: string[]): Language<string> {
  return shout({
    parse(text) {
      parsed.push(text);
      return text;
    },
  });
}
