import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive, and what is wrong with it. */
export interface Zipped {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Says so, whatever the data is. */
  readonly encrypted?: boolean;
  /** How it says it is packed; deflate unless given, which is what is done in any case. */
  readonly method?: number;
  /** Another checksum than that of the content. */
  readonly checksum?: number;
}

/** A zip archive, by hand, so that anything can be wrong with it: APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16. */
export function zipOf(files: readonly Zipped[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted = false, method = 8, checksum } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(checksum ?? crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const placed = Buffer.alloc(14);
    placed.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), shared, title, packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), shared, placed, title);
    offset += 4 + shared.length + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
