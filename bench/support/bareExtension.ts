import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

/**
 * The least that an extension can do to show containers, as the measure of what the editor itself costs: one file, one
 * list call a change, no more. Packs it at `path`; `folder` is for its sources.
 */
export async function packBareExtension(folder: string, path: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('package.json', JSON.stringify(manifest));
  write('extension.js', source);
  write(
    'icon.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></svg>',
  );
  write('README.md', 'Containers, and nothing else.\n');
  write('LICENSE', 'MIT\n');
  await createVSIX({ cwd: folder, packagePath: path, dependencies: false, allowMissingRepository: true });
}

const manifest = {
  name: 'bare',
  publisher: 'bench',
  version: '0.0.1',
  engines: { vscode: '^1.101.0' },
  main: './extension.js',
  contributes: {
    viewsContainers: { activitybar: [{ id: 'bare', title: 'Bare', icon: 'icon.svg' }] },
    views: { bare: [{ id: 'bare.containers', name: 'Containers' }] },
  },
};

const source = `const http = require('node:http');
const vscode = require('vscode');
const socketPath = '/var/run/docker.sock';
function get(path, onResponse) {
  http.get({ socketPath, path }, onResponse).on('error', console.error);
}
exports.activate = (context) => {
  const changed = new vscode.EventEmitter();
  context.subscriptions.push(
    vscode.window.registerTreeDataProvider('bare.containers', {
      onDidChangeTreeData: changed.event,
      getTreeItem: ({ Id, Names, State }) => {
        const item = new vscode.TreeItem(Names[0].slice(1));
        item.id = Id;
        item.description = State;
        item.iconPath = new vscode.ThemeIcon('circle');
        return item;
      },
      getChildren: () =>
        new Promise((resolve) => {
          get('/containers/json?all=1', (response) => {
            let text = '';
            response.on('data', (chunk) => (text += chunk)).on('end', () => resolve(JSON.parse(text)));
          });
        }),
    }),
  );
  get('/events?filters=' + encodeURIComponent('{"type":["container"]}'), (response) => {
    response.on('data', () => changed.fire());
  });
};
`;
