import type { SFTPWrapper } from 'ssh2';

interface Protocol {
  channelData(channel: number, data: Buffer): unknown;
}

const version3 = Buffer.from([0, 0, 0, 5, 2, 0, 0, 0, 3]);

function text(value: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(value));
  return Buffer.concat([length, Buffer.from(value)]);
}

function versionWithRename(): Buffer {
  const body = Buffer.concat([version3.subarray(4), text('posix-rename@openssh.com'), text('1')]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

/**
 * Lets the server say that it knows posix-rename@openssh.com. The server half of ssh2 answers requests of that extension but has no way to announce it,
 * and its own client then refuses to use it; so the version packet, the first one sent, is replaced on its way out.
 */
export function announceRename(sftp: SFTPWrapper): void {
  const holder = sftp as unknown as { _protocol: Protocol };
  const protocol = holder._protocol;
  holder._protocol = new Proxy(protocol, {
    get(target, name) {
      if (name === 'channelData') {
        return (channel: number, data: Buffer) => {
          holder._protocol = target;
          return target.channelData(channel, data.equals(version3) ? versionWithRename() : data);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
