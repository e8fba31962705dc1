import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf, fileName } from '../../../language-server/server/documents.ts';
import { recording, shout } from './shout.ts';

for (const [uri, name] of [
  ['file:///a/Dockerfile', 'Dockerfile'],
  ['file:///a/my%20Dockerfile.dev', 'my Dockerfile.dev'],
  ['git:/a/compose.yaml?%7B%22ref%22%3A%22HEAD/x%22%7D', 'compose.yaml'],
  ['untitled:Untitled-1', 'Untitled-1'],
  ['untitled:/a/compose.yml#frag/ment', 'compose.yml'],
  ['file:///a/100%', '100%'],
  ['file:///a/', ''],
] as const) {
  test(`the file of ${uri} is called "${name}"`, () => assert.equal(fileName(uri), name));
}

const open = (languageId: string, uri: string) => {
  const documents = documentsOf([shout()]);
  documents.open({ textDocument: { uri, languageId, version: 1, text: 'a' } });
  return documents.get(uri);
};

test('a language serves its editor’s ids, and its file names under ids that are nobody’s', () => {
  assert.equal(open('shout', 'untitled:Untitled-1')?.language.id, 'shout');
  assert.equal(open('yaml', 'file:///a/b.shout')?.language.id, 'shout');
  assert.equal(open('', 'file:///a/b.shout')?.language.id, 'shout');
  assert.equal(open('yaml', 'file:///a/b.yaml'), undefined);
});

test('each version is parsed once, and only when it is asked for', () => {
  const parsed: string[] = [];
  const documents = documentsOf([recording(parsed)]);
  const uri = 'file:///a.shout';
  documents.open({ textDocument: { uri, languageId: 'shout', version: 1, text: 'a' } });
  documents.change({ textDocument: { uri, version: 2 }, contentChanges: [{ text: 'b' }] });
  documents.change({ textDocument: { uri, version: 3 }, contentChanges: [{ text: 'c' }] });
  assert.deepEqual(parsed, []);
  assert.equal(documents.get(uri)?.document.tree, 'c');
  assert.equal(documents.get(uri)?.document.tree, 'c');
  assert.deepEqual(parsed, ['c']);
});

test('no two texts have the same id, not even those of one version number', () => {
  const documents = documentsOf([shout()]);
  const uri = 'file:///a.shout';
  const ids = ['a', 'b'].map((text) => {
    documents.open({ textDocument: { uri, languageId: 'shout', version: 1, text } });
    const id = documents.get(uri)?.id;
    documents.close(uri);
    return id;
  });
  assert.notEqual(ids[0], ids[1]);
});

test('a document that is not open can’t be changed or closed', () => {
  const documents = documentsOf([shout()]);
  const uri = 'file:///a.shout';
  assert.equal(
    documents.change({ textDocument: { uri, version: 2 }, contentChanges: [{ text: 'b' }] }),
    false,
  );
  assert.equal(documents.close(uri), false);
  assert.equal(documents.get(uri), undefined);
});

test('a version is parsed with the tree before it, but never with one of before it was opened', () => {
  const parsed: [string, string | undefined, string | undefined][] = [];
  const documents = documentsOf([
    shout({
      parse(text, fileName, previous) {
        parsed.push([text, fileName, previous]);
        return text;
      },
    }),
  ]);
  const uri = 'file:///a%20b.shout';
  const open = (text: string) =>
    documents.open({ textDocument: { uri, languageId: 'shout', version: 1, text } });
  const look = () => documents.get(uri)?.document.tree;
  open('a');
  look();
  for (const text of ['unseen', 'b']) {
    documents.change({ textDocument: { uri, version: 2 }, contentChanges: [{ text }] });
  }
  look();
  open('c');
  look();
  assert.deepEqual(parsed, [
    ['a', 'a b.shout', undefined],
    ['b', 'a b.shout', 'a'],
    ['c', 'a b.shout', undefined],
  ]);
});
