import assert from 'node:assert/strict';
import { test } from 'node:test';
import { droppedFiles } from '../../../src/vscode/droppedFiles.ts';

test('what is dropped onto the images is an archive, a Dockerfile or neither, by its name', () => {
  const archives = [
    '/a/app.tar',
    '/a/app.tgz',
    '/a/app.tar.gz',
    '/a/APP.TAR.XZ',
    '/a/Dockerfile.tar',
    'C:\\a\\b.tar',
  ];
  const dockerfiles = [
    '/a/Dockerfile',
    '/a/Containerfile',
    '/a/Dockerfile.dev',
    '/a/Dockerfile-test',
    '/a/api.Dockerfile',
    '/a/api.containerfile',
    'C:\\a\\Dockerfile',
  ];
  const others = [
    '/a/notes.md',
    '/a/Dockerfile.dockerignore',
    '/a/Dockerfiles',
    '/a.tar/notes',
    '/a/tar',
    '/a/pack.gz',
  ];
  assert.deepEqual(droppedFiles([...others, ...dockerfiles, ...archives]), { archives, dockerfiles, others });
});
