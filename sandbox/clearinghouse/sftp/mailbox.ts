import { posix, resolve } from 'node:path';

/** The remote folders of a connection and where they are on disk; nothing outside them can be reached. */
export class Mailbox {
  readonly root: string;
  static readonly folders = ['/inbound', '/outbound'] as const;

  constructor(root: string) {
    this.root = resolve(root);
  }

  /** The path as the remote side sees it: absolute, without dots. */
  normal(path: string): string {
    return posix.normalize(posix.join('/', path)).replace(/(.)\/$/, '$1');
  }

  /** Where a remote path is on disk; undefined when it is neither a folder of the mailbox nor a file right inside one. */
  onDisk(path: string): string | undefined {
    const normal = this.normal(path);
    const folder = posix.dirname(normal);
    const isKnown = normal === '/' || Mailbox.folders.some((one) => one === normal || one === folder);
    return isKnown ? resolve(this.root, `.${normal}`) : undefined;
  }

  /** Whether a path is a file place, not one of the folders. */
  isFile(path: string): boolean {
    const normal = this.normal(path);
    return Mailbox.folders.some((one) => posix.dirname(normal) === one);
  }

  /** Whether a finished file of this name is one to be read: in /inbound and not still being written. */
  isDelivery(path: string): boolean {
    const normal = this.normal(path);
    return posix.dirname(normal) === '/inbound' && !/\.(part|tmp|filepart)$/i.test(normal);
  }
}
