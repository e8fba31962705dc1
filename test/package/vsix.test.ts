import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packageExtension } from '../../scripts/package.ts';
import { unzip } from '../support/zip.ts';

describe('the package', () => {
  let folder = '';
  let files: ReadonlyMap<string, Buffer> = new Map();
  const names = () => [...files.keys()];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gantry-vsix-'));
    await packageExtension(join(folder, 'gantry.vsix'));
    files = unzip(await readFile(join(folder, 'gantry.vsix')));
    for (const [name, content] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds what the manifest refers to', async () => {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'extension/package.json'), 'utf8'));
    const referred = pathsIn(manifest).map((path) => `extension/${path.replace(/^\.\//, '')}`);
    assert.ok(referred.includes('extension/dist/extension.js'));
    assert.ok(referred.includes('extension/dist/language-server.js'));
    assert.deepEqual(
      referred.filter((path) => !files.has(path)),
      [],
    );
  });

  it('holds the papers', () => {
    for (const paper of [
      /^extension\/readme\.md$/i,
      /^extension\/changelog\.md$/i,
      /^extension\/license(\.txt|\.md)?$/i,
    ]) {
      assert.ok(
        names().some((name) => paper.test(name)),
        `nothing is called ${paper}`,
      );
    }
  });

  it('holds no sources, tests, packages or source maps', () => {
    const known =
      /^(\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(package(\.nls(\.[a-z-]+)?)?\.json|l10n\/bundle\.l10n(\.[a-z-]+)?\.json|readme\.md|changelog\.md|license(\.txt|\.md)?|dist\/.*\.(js|css)|media\/[^/]+\.(png|svg|md)|media\/walkthrough\/.*|syntaxes\/.*\.json))$/i;
    assert.deepEqual(
      names().filter((name) => !known.test(name)),
      [],
    );
    const scripts = [...files].filter(([name]) => name.endsWith('.js'));
    assert.deepEqual(
      scripts.filter(([, text]) => text.includes('sourceMappingURL=')).map(([name]) => name),
      [],
    );
  });

  it('is no bigger than it was', () => {
    const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    assert.ok(bytes < 3_000_000, `${bytes} bytes unpacked`);
  });

  it('has a language server that runs alone', async () => {
    const server = spawn(process.execPath, [join(folder, 'extension/dist/language-server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      cwd: folder,
    });
    const answers = messages(server.stdout);
    const send = (message: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    send({
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    const { value } = await answers.next();
    assert.equal(value?.id, 1);
    assert.ok(value?.result?.capabilities.textDocumentSync);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    const [code] = await once(server, 'exit');
    assert.equal(code, 0);
  });
});

/** Relative paths of files anywhere in the manifest. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return /^\.?\/?(dist|media|syntaxes)\/[\w./-]+\.\w+$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}

interface Answer {
  readonly id?: number;
  readonly result?: { readonly capabilities: Readonly<Record<string, unknown>> };
}

/** The messages of LSP's base protocol on a stream. */
async function* messages(stream: AsyncIterable<Buffer>): AsyncGenerator<Answer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n(?:[^\r]+\r\n)*\r\n/.exec(rest.toString('latin1'));
      const end = (header?.[0].length ?? 0) + Number(header?.[1] ?? 0);
      if (header === null || rest.length < end) break;
      yield JSON.parse(rest.toString('utf8', header[0].length, end));
      rest = rest.subarray(end);
    }
  }
}
