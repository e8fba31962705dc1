import type { AnyLanguage, OpenDocument } from './documents.ts';

/** What files with settings say about documents. */
export interface Settings {
  /** The document's language as its settings have it; as it is by itself while they are not read. */
  languageOf(open: OpenDocument): AnyLanguage;
  /** Settles when the settings of the document have been read; answers a name for them that no others have. */
  ready(open: OpenDocument): Promise<string>;
  /** The settings of all documents may have changed: they are read again. */
  changed(): void;
}

/** Reads each folder's settings once, by `read`, which never fails. */
export function settingsFrom(
  read: (uri: string, names: readonly string[]) => Promise<string | undefined>,
): Settings {
  const folders = new Map<string, { language?: AnyLanguage; readonly ready: Promise<string> }>();
  let made = 0;
  const keyOf = ({ language, document: { uri } }: OpenDocument): string =>
    `${language.id} ${uri.slice(0, uri.lastIndexOf('/') + 1)}`;
  return {
    languageOf: (open) => folders.get(keyOf(open))?.language ?? open.language,
    ready(open) {
      const { language, document } = open;
      if (language.settingsFiles === undefined || language.withSettings === undefined)
        return Promise.resolve('');
      const known = folders.get(keyOf(open));
      if (known !== undefined) return known.ready;
      const name = `${made++}`;
      const folder: { language?: AnyLanguage; readonly ready: Promise<string> } = {
        ready: read(document.uri, language.settingsFiles).then((text) => {
          if (text !== undefined && language.withSettings !== undefined)
            folder.language = language.withSettings(text);
          return name;
        }),
      };
      folders.set(keyOf(open), folder);
      return folder.ready;
    },
    changed: () => folders.clear(),
  };
}
