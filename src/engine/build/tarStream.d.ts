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

  /** A member as it is read, of a type that not all systems have. */
  export interface ReadHeader extends Omit<EntryHeader, 'type' | 'size'> {
    readonly type:
      | EntryHeader['type']
      | 'link'
      | 'contiguous-file'
      | 'character-device'
      | 'block-device'
      | 'fifo'
      | 'socket';
    /** Bytes. */
    readonly size: number;
  }

  export interface Extract extends Writable {
    /** The next member comes when `content` has been read and `next` is called. */
    on(
      event: 'entry',
      listener: (header: ReadHeader, content: Readable, next: (error?: Error) => void) => void,
    ): this;
    on(event: string, listener: (...values: never[]) => void): this;
  }

  export function extract(): Extract;
}
