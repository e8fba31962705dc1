import { exportContext, importContext } from './archive.ts';
import { createContext, editContext, readDraft, removeContext, renameContext } from './changeContext.ts';
import type { ContextDraft } from './contextDraft.ts';
import { hasContext } from './meta.ts';
import { configFile, metaFile } from './paths.ts';
import { currentContext, setCurrentContext } from './setCurrentContext.ts';

/** The docker CLI's store of contexts. What changes it throws a `ContextError` where it can't be done. */
export interface ContextStore {
  /** The CLI's configuration, which names its current context. */
  readonly configFile: string;
  /** A context's description. */
  metaFile(name: string): string;
  has(name: string): boolean;
  read(name: string): ContextDraft;
  create(draft: ContextDraft): Promise<void>;
  edit(draft: ContextDraft): Promise<void>;
  rename(name: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** As the archive that `docker context import` takes. */
  export(name: string): Promise<Buffer>;
  import(name: string, archive: Buffer): Promise<void>;
  /** The context that the CLI uses unless it is told otherwise. */
  current(): string;
  setCurrent(name: string): Promise<void>;
}

/** The store that an environment leads to. */
export function contextStore(env: NodeJS.ProcessEnv): ContextStore {
  return {
    configFile: configFile(env),
    metaFile: (name) => metaFile(env, name),
    has: (name) => hasContext(env, name),
    read: (name) => readDraft(env, name),
    create: (draft) => createContext(env, draft),
    edit: (draft) => editContext(env, draft),
    rename: (name, to) => renameContext(env, name, to),
    remove: (name) => removeContext(env, name),
    export: (name) => exportContext(env, name),
    import: (name, archive) => importContext(env, name, archive),
    current: () => currentContext(env),
    setCurrent: (name) => setCurrentContext(env, name),
  };
}
