/** A picture made small enough to keep: four bits a channel and a palette, which screens of text hardly notice. Knows no screens. */
import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

const header = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  // Eight bits a pixel, each the place of a colour in the palette.
  data.set([8, 3, 0, 0, 0], 8);
  return chunk('IHDR', data);
};

/** Nearest of sixteen steps from 0 to 255. */
const step = (value: number): number => Math.round(value / 17) * 17;

/** `rgba`: four bytes a pixel, row by row, all of it opaque. */
export const encodeSmall = (rgba: Uint8Array, width: number, height: number): Buffer => {
  const places = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at * 4, at * 4 + 3);
    const color = (step(red) << 16) | (step(green) << 8) | step(blue);
    const place = places.get(color) ?? places.size;
    // A screen has fewer; the last place takes what a photograph would have beyond.
    if (place < 256) places.set(color, place);
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = Math.min(place, 255);
  }
  const palette = Buffer.from([...places.keys()].flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, header(width, height), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
};
