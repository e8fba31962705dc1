import type { CompletionItem, CompletionKind } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import type { ValueInfo } from '../instructions/instructionInfo.ts';
import { commonPlatforms } from '../platform.ts';

/** The values that are known of a flag or an option; stages are not among them. */
export function completeValues(value: ValueInfo, span: Span): readonly CompletionItem[] {
  switch (value.kind) {
    case 'choice':
      return value.values.map((choice) => ({ ...item(choice.value, span), documentation: choice.docs }));
    case 'boolean':
      return [item('true', span), item('false', span)];
    case 'platform':
      return [item('$BUILDPLATFORM', span, 'variable'), ...commonPlatforms.map((name) => item(name, span))];
    case 'duration':
      return ['5s', '30s', '1m', '5m'].map((name) => item(name, span));
    case 'mode':
      return [
        { ...item('644', span), detail: 'All read, the owner writes' },
        { ...item('755', span), detail: 'All read and execute, the owner writes' },
        { ...item('600', span), detail: 'The owner alone reads and writes' },
      ];
    default:
      return [];
  }
}

function item(label: string, span: Span, kind: CompletionKind = 'value'): CompletionItem {
  return { label, kind, edit: { span, newText: label } };
}
