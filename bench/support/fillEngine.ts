import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { createTestContainer } from '../../test/support/containers.ts';
import { type TarEntry, tar } from '../../test/support/tar.ts';

/** Which objects: those of these numbers, the last one not among them. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Creates containers, eight at a time, a fifth of them in Compose projects of ten; none is started. Resolves to their ids. */
export async function createContainers(socketPath: string, { from, to }: Range): Promise<readonly string[]> {
  const ids: string[] = [];
  let next = from;
  const work = async () => {
    for (let index = next++; index < to; index = next++) {
      const labels = { 'bench.number': String(index), ...(index % 5 === 0 ? composeLabels(index) : {}) };
      ids[index - from] = await createTestContainer(socketPath, { name: `c-${index}`, labels, start: false });
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return ids;
}

function composeLabels(index: number): Readonly<Record<string, string>> {
  const project = `project-${Math.floor(index / 50)}`;
  return {
    'com.docker.compose.project': project,
    'com.docker.compose.service': `service-${index % 50}`,
    'com.docker.compose.project.working_dir': `/home/somebody/${project}`,
    'com.docker.compose.project.config_files': `/home/somebody/${project}/compose.yaml`,
  };
}

/**
 * Loads images of one archive: they share a layer and differ in a label, as do those that a build server makes. Each has a
 * tag, three of them to a repository.
 */
export async function loadImages(socketPath: string, { from, to }: Range): Promise<void> {
  const layer = tar([{ path: 'file', kind: 'file', content: Buffer.from('the same in all') }]);
  const manifest: object[] = [];
  const entries: TarEntry[] = [{ path: 'layer.tar', kind: 'file', content: layer }];
  for (let index = from; index < to; index += 1) {
    const content = Buffer.from(
      JSON.stringify({
        architecture: 'amd64',
        os: 'linux',
        created: new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString(),
        config: { Cmd: ['/file'], Labels: { 'bench.number': String(index) } },
        rootfs: { type: 'layers', diff_ids: [digest(layer)] },
        history: [{ created: '2024-01-01T00:00:00Z', created_by: 'COPY file /file' }],
      }),
    );
    const path = `${digest(content).slice('sha256:'.length)}.json`;
    entries.push({ path, kind: 'file', content });
    const repoTag = `registry.example/team/image-${Math.floor(index / 3)}:1.${index % 3}`;
    manifest.push({ Config: path, RepoTags: [repoTag], Layers: ['layer.tar'] });
  }
  entries.push({ path: 'manifest.json', kind: 'file', content: Buffer.from(JSON.stringify(manifest)) });
  await post(socketPath, '/images/load?quiet=1', tar(entries));
}

function digest(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** The engine's answer is a stream of progress, in which an error may stand after the status 200. */
async function post(socketPath: string, path: string, archive: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const headers = { 'content-type': 'application/x-tar', 'content-length': archive.length };
  const sent = request({ socketPath, method: 'POST', path, headers, agent: false }, (response) => {
    let text = '';
    response.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    response.once('end', () => resolve(text));
    response.once('error', reject);
  });
  sent.once('error', reject);
  sent.end(archive);
  const answer = await promise;
  if (answer.includes('"error"'))
    throw new Error(`The engine did not load the images: ${answer.slice(-500)}`);
}
