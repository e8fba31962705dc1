import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instructionOf } from '../../src/engine/images/imageHistory.ts';

test('history says what the Dockerfile said, whichever builder built it', () => {
  const cases: Readonly<Record<string, string>> = {
    '/bin/sh -c #(nop)  CMD ["sh"]': 'CMD ["sh"]',
    '/bin/sh -c #(nop) ADD file:abc in / ': 'ADD file:abc in /',
    '/bin/sh -c make all': 'RUN make all',
    '|2 A=b C=d e /bin/sh -c make': 'RUN make',
    'RUN /bin/sh -c apt-get update # buildkit': 'RUN apt-get update',
    'RUN |1 A=b /bin/sh -c make # buildkit': 'RUN make',
    'COPY . /app # buildkit': 'COPY . /app',
    'CMD ["node"]': 'CMD ["node"]',
    '': '',
  };
  for (const [createdBy, wanted] of Object.entries(cases)) assert.equal(instructionOf(createdBy), wanted);
});
