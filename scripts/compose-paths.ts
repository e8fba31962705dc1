import { schemaPaths } from '../language-server/compose/schema/paths.ts';

// One path a line, to be held against newer schemas of the Compose specification.
process.stdout.write(`${schemaPaths().join('\n')}\n`);
