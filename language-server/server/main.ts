import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };
import { languages } from './languages.ts';
import { serve } from './server.ts';
import { survive } from './survive.ts';

const help = `Gantry language server ${manifest.version}: Dockerfiles and Compose files, by the Language Server Protocol.

Usage: gantry-language-server --stdio

  --stdio      talk over standard input and output, as most editors do
  --node-ipc   talk over the channel of a Node.js parent process, as VS Code does
  --version    print the version
  --help       print this help

It is started by an editor; docs/editors.md shows how to set that up.
`;

const flags = process.argv.slice(2);
if (flags.includes('--version')) process.stdout.write(`${manifest.version}\n`);
else if (flags.includes('--help')) process.stdout.write(help);
else if (flags.includes('--stdio') || (flags.includes('--node-ipc') && process.send !== undefined)) run();
else {
  const problem = flags.includes('--node-ipc')
    ? '--node-ipc needs a Node.js parent process that opened a channel. Use --stdio.'
    : 'The server has to know how its editor talks to it, and neither --stdio nor --node-ipc is given.';
  process.stderr.write(`${problem}\n\n${help}`);
  process.exitCode = 1;
}

function run(): void {
  const connection = createConnection(ProposedFeatures.all);
  survive(connection);
  // The library sees the end of standard input, not that of a channel.
  process.on('disconnect', () => process.exit(1));
  serve(connection, languages, manifest.version);
}
