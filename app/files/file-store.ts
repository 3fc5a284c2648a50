/**
 * Where the bytes of files lie, named by their SHA-256: the same bytes are kept once, and what comes back is checked
 * against its name. Buffers are bounded by what an upload may weigh (domain/files/file-kinds.ts).
 */
export type FileStore = {
  /** Puts the bytes there unless they are. @throws StoreFailed, having kept nothing torn */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  /** The bytes, or null where there are none. @throws StoreFailed when they are not what their name says */
  get(sha256: string): Promise<Buffer<ArrayBuffer> | null>
  has(sha256: string): Promise<boolean>
  /** Null when files can be kept; otherwise the cause, without host or key. */
  whyUnfit(): Promise<string | null>
}

/** The store could not keep or give a file; nothing was half kept. `message` is for the log, never for a page. */
export class StoreFailed extends Error {
  constructor(
    message: string,
    readonly isFull: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
