/** What is used of tar-stream 2, which has no types of its own. */
declare module 'tar-stream' {
  import type { Readable, Writable } from 'node:stream';

  export interface EntryHeader {
    readonly name: string;
    readonly type: 'file' | 'directory' | 'symlink';
    readonly mode: number;
    readonly mtime: Date;
    readonly uid: number;
    readonly gid: number;
    readonly uname: string;
    readonly gname: string;
    /** Bytes. */
    readonly size?: number;
    readonly linkname?: string;
  }

  export interface Pack extends Readable {
    entry(header: EntryHeader): Writable;
    entry(header: EntryHeader, content: Buffer, callback: (error?: Error | null) => void): Writable;
    finalize(): void;
  }

  export function pack(): Pack;
}
