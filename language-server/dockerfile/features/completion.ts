import type { CompletionItem, Document, Surroundings } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import { stageOf } from '../analysis/visible.ts';
import { signals } from '../errors/signals.ts';
import type { DockerfileTree } from '../tree.ts';
import { completeDirectives } from './completeDirectives.ts';
import { completeFlags } from './completeFlags.ts';
import { completeInstructions } from './completeInstructions.ts';
import { completeArgNames, completeVariables } from './completeVariables.ts';
import { type Place, placeAt, typed } from './place.ts';

/** What can stand at a place in a Dockerfile. */
export async function completion(
  document: Document<DockerfileTree>,
  offset: number,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<readonly CompletionItem[]> {
  const place = placeAt(document, offset);
  const elsewhere = place === undefined ? completeDirectives(document, offset) : undefined;
  const direct = elsewhere ?? completeVariables(document, offset);
  if (direct !== undefined) return direct;
  if (place === undefined) return isAtLineStart(document, offset) ? atLineStart(document, offset) : [];
  if (!/\s/.test(place.before)) return keyword(place);
  const flags = completeFlags(place);
  if (flags === undefined) return completeArguments(place, surroundings, signal);
  if (flags.stages === undefined) return flags.items;
  return stagesAndImages(place, flags.stages, surroundings, signal);
}

function isAtLineStart({ text, lines }: Document<DockerfileTree>, offset: number): boolean {
  return text.slice(lines.startOf(lines.positionAt(offset).line), offset).trim() === '';
}

function atLineStart(document: Document<DockerfileTree>, offset: number): readonly CompletionItem[] {
  // In a here-document, or behind a line that goes on, no instruction can begin.
  const { tree } = document;
  const inside = tree.instructions.some(({ span }) => span.start < offset && offset < span.end);
  const span = { start: offset, end: offset };
  return inside ? [] : completeInstructions(document, span, { trigger: false, hasArguments: false });
}

function keyword(place: Place): readonly CompletionItem[] {
  const { document, instruction, offset, before } = place;
  const { start } = typed(place, before.length);
  const { end } = instruction.keyword.span;
  const behind = end > offset && !document.text.slice(offset, end).includes('\n') ? end : offset;
  const hasArguments = instruction.rest.text !== '' || instruction.flags.length > 0;
  const options = { trigger: instruction.trigger, hasArguments };
  return completeInstructions(document, { start, end: behind }, options);
}

async function completeArguments(
  place: Place,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<readonly CompletionItem[]> {
  const { instruction, before, document } = place;
  const [, words = '', word = ''] = /^\S+\s+((?:--\S+\s+)*(?:.*\s)?)(\S*)$/s.exec(before) ?? [];
  const earlier = words.split(/\s+/).filter((text) => text !== '' && !text.startsWith('--'));
  const span = typed(place, word.length);
  switch (instruction.name) {
    case 'FROM':
      if (earlier.length === 0) return stagesAndImages(place, word.length, surroundings, signal);
      return earlier.length === 1 ? [{ label: 'AS', kind: 'keyword', edit: { span, newText: 'AS ' } }] : [];
    case 'COPY':
    case 'ADD':
      return instruction.flags.some(({ name }) => name.text === 'from')
        ? []
        : files(place, surroundings, signal);
    case 'ARG':
      return completeArgNames(document.tree, stageOf(document.tree, instruction) !== undefined, span);
    case 'ONBUILD':
      return earlier.length > 0
        ? []
        : completeInstructions(document, span, { trigger: true, hasArguments: false });
    case 'HEALTHCHECK':
      return earlier.length > 0 ? [] : keywords(['CMD', 'NONE'], span);
    case 'STOPSIGNAL':
      return keywords(
        signals.map((name) => `SIG${name}`),
        span,
      );
    default:
      return [];
  }
}

function keywords(labels: readonly string[], span: Span): readonly CompletionItem[] {
  return labels.map((label) => ({ label, kind: 'keyword', edit: { span, newText: label } }));
}

/** The stages above, and images. */
async function stagesAndImages(
  place: Place,
  length: number,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<readonly CompletionItem[]> {
  const { document, instruction } = place;
  const span = typed(place, length);
  const isFrom = instruction.name === 'FROM';
  const own = document.tree.stages.findLast(({ from }) => from.span.start <= place.offset);
  const stages = document.tree.stages
    .filter(({ index }) => index < (own?.index ?? 0))
    .flatMap(({ name, index, base }): readonly CompletionItem[] => {
      if (name === undefined && isFrom) return [];
      const label = name === undefined ? String(index) : isFrom ? name.text.toLowerCase() : name.text;
      const detail = `stage ${index}${base === undefined ? '' : `, from ${base.text}`}`;
      return [{ label, kind: 'reference', detail, edit: { span, newText: label }, sortText: `0${index}` }];
    });
  const scratch: CompletionItem = {
    label: 'scratch',
    kind: 'image',
    detail: 'nothing',
    edit: { span, newText: 'scratch' },
    sortText: '2',
  };
  const images = (await surroundings.images(signal)).map(
    (label): CompletionItem => ({
      label,
      kind: 'image',
      edit: { span, newText: label },
      sortText: `1${label}`,
    }),
  );
  return isFrom ? [...stages, ...images, scratch] : [...stages, ...images];
}

/** Files of the build context, which is the Dockerfile’s folder. */
async function files(
  place: Place,
  { list }: Surroundings,
  signal: AbortSignal,
): Promise<readonly CompletionItem[]> {
  const [, path = ''] = /(?:^|[\s["])([^\s["]*)$/.exec(place.before) ?? [];
  if (path.startsWith('/') || path.includes('$') || path.startsWith('<<') || path.includes(':')) return [];
  const slash = path.lastIndexOf('/') + 1;
  const span = typed(place, path.length - slash);
  const names = await list(
    place.document.uri,
    path.slice(0, slash) === '' ? '.' : path.slice(0, slash),
    signal,
  );
  return names.map((label) => ({
    label,
    kind: label.endsWith('/') ? 'folder' : 'file',
    edit: { span, newText: label },
    retrigger: label.endsWith('/'),
  }));
}
