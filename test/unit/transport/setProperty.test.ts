import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { setProperty } from '../../../src/transport/contextStore/setProperty.ts';

const key = 'currentContext';
/** Strings that look like JSON, and the key itself at any depth. */
const text = fc.oneof(fc.string(), fc.constantFrom(key, '{', '}"', '\\', '":', ',', '[]'));
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
})).value;
const object = fc.dictionary(text, value, { maxKeys: 4 }).map((given) => structuredClone({ ...given }));
const layout = fc.constantFrom(undefined, '\t', 2, 4);

describe('a property of a JSON text', () => {
  test('is set, and all else is as it was', () => {
    fc.assert(
      fc.property(object, layout, fc.string(), (given, space, name) => {
        const before = JSON.stringify(given, undefined, space);
        const after = setProperty(before, key, name);
        assert.deepEqual(JSON.parse(after), { ...given, [key]: name });
        const has = Object.hasOwn(given, key);
        assert.equal(
          setProperty(after, key, has ? undefined : name),
          has ? setProperty(before, key, undefined) : after,
        );
      }),
    );
  });

  test('is left out, and all else is as it was', () => {
    fc.assert(
      fc.property(object, layout, (given, space) => {
        const before = JSON.stringify(given, undefined, space);
        const { [key]: _former, ...rest } = given;
        assert.deepEqual(JSON.parse(setProperty(before, key, undefined)), rest);
        if (!Object.hasOwn(given, key) && Object.keys(given).length > 0)
          assert.equal(setProperty(setProperty(before, key, 'x'), key, undefined), before);
      }),
    );
  });

  test('keeps the text’s own layout', () => {
    assert.equal(
      setProperty('{ "a" : 1 , "b":{} }\n', key, 'x'),
      '{ "a" : 1 , "b":{}, "currentContext": "x" }\n',
    );
    assert.equal(setProperty('{\n  "a": 1\n}\n', key, 'x'), '{\n  "a": 1,\n  "currentContext": "x"\n}\n');
    assert.equal(setProperty('{"currentContext":"a","currentContext":"b"}', key, undefined), '{}');
    assert.equal(setProperty('{}', key, '$&'), '{\n\t"currentContext": "$&"\n}');
    assert.equal(setProperty(' {} ', key, 'x'), ' {\n\t"currentContext": "x"\n} ');
  });
});
