/**
 * The text of a JSON object with one property of it set to a string, or left out; everything else in it, its order and
 * layout too, stays as it is. The text must be that of an object.
 */
export function setProperty(text: string, key: string, value: string | undefined): string {
  const members = membersOf(text);
  const at = members.findLastIndex((member) => member.key === key);
  const found = members[at];
  if (value !== undefined) {
    if (found !== undefined) return splice(text, found.value, found.end, JSON.stringify(value));
    return insertLast(text, members.at(-1), `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  }
  if (found === undefined) return text;
  // With the comma behind it, or before it where it is the last one.
  const next = members[at + 1];
  const former = members[at - 1];
  const shorter =
    next !== undefined
      ? splice(text, found.start, next.start, '')
      : splice(text, former?.end ?? found.start, found.end, '');
  // JSON lets a key be there several times.
  return setProperty(shorter, key, undefined);
}

/** Offsets of one property: of its key, of its value, and behind it. */
interface Member {
  readonly key: string;
  readonly start: number;
  readonly value: number;
  readonly end: number;
}

/** The properties of the outermost object. The text is known to be JSON, so only strings and brackets matter. */
function membersOf(text: string): readonly Member[] {
  const tokens = /"(?:\\.|[^"\\])*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
  const members: Member[] = [];
  let depth = 0;
  let key: { readonly name: string; readonly start: number } | undefined;
  let value: number | undefined;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '}' || token === ']') depth -= 1;
    if (depth === 1 && token !== ',' && token !== ':' && token !== '}' && token !== ']') {
      if (key === undefined) key = { name: JSON.parse(token), start: index };
      else value ??= index;
    }
    const ends = depth === 1 && (token === '}' || token === ']' || !/^[{[:,]$/.test(token));
    if (ends && key !== undefined && value !== undefined) {
      members.push({ key: key.name, start: key.start, value, end: index + token.length });
      key = undefined;
      value = undefined;
    }
    if (token === '{' || token === '[') depth += 1;
  }
  return members;
}

/** Laid out as the property before it. */
function insertLast(text: string, last: Member | undefined, member: string): string {
  if (last === undefined) return text.replace(/\{\s*\}/, () => `{\n\t${member}\n}`);
  const space = /[{,](\s*)$/.exec(text.slice(0, last.start))?.[1] ?? ' ';
  return splice(text, last.end, last.end, `,${space}${member}`);
}

function splice(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
