import { hook, textOrTexts } from './common.ts';
import { list, map, nothing, oneOf, path, type Shape, strictBoolean, text, words } from './shape.ts';

/** A service's `develop`. */
export const develop: Shape = oneOf(
  map('a development section', {
    watch: {
      doc: 'What `docker compose watch` does when files change.',
      rank: 1,
      snippet:
        '\n  - path: ${1:./src}\n    action: ${2|sync,rebuild,restart,sync+restart,sync+exec|}\n    target: ${3:/app}',
      shape: list(
        map('a watch rule', {
          path: {
            doc: 'The file or folder to watch, relative to the project.',
            shape: path('any'),
            required: true,
            rank: 1,
          },
          action: {
            doc: 'What to do when something below the path changes.',
            required: true,
            rank: 1,
            shape: words({
              rebuild: 'Build the image again and replace the container.',
              sync: 'Copy the changed files into the container.',
              restart: 'Restart the container.',
              'sync+restart': 'Copy the changed files, then restart the container.',
              'sync+exec': 'Copy the changed files, then run `exec` in the container.',
            }),
          },
          target: { doc: 'Where in the container changed files go.', shape: text(), rank: 1 },
          ignore: {
            doc: 'Patterns, relative to the path, that are not watched.',
            shape: textOrTexts,
            rank: 2,
          },
          include: { doc: 'Patterns, relative to the path, that alone are watched.', shape: textOrTexts },
          exec: { doc: 'What `sync+exec` runs in the container.', shape: hook, since: '2.32.2' },
          initial_sync: { doc: 'Whether all files are copied when watching starts.', shape: strictBoolean },
        }),
      ),
    },
  }),
  nothing,
);
