import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../../language-server/server/server.ts';
import { survive } from '../../language-server/server/survive.ts';
import { shout } from '../unit/server/shout.ts';

/** A server with a language whose hover fails where nobody waits for it. */
const broken = shout({
  hover(_, offset) {
    setImmediate(() => {
      throw new Error('thrown out of nowhere');
    });
    void Promise.reject(new Error('rejected by nobody'));
    return { span: { start: offset, end: offset }, contents: 'hover' };
  },
});

const connection = createConnection(ProposedFeatures.all);
survive(connection);
serve(connection, [broken], '0.0.0');
