// Small pictures of screens: a PNG with a palette of at most 256 colours, which is what a page mostly has but for smoothed letters and photographs.

import { crc32, deflateSync } from 'node:zlib';

/** Reads the pixels of a PNG. The browser of `page` does it: {width, height, data}, four bytes a pixel. */
export async function pixelsOf(page, png) {
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const brush = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    brush.drawImage(bitmap, 0, 0);
    const bytes = brush.getImageData(0, 0, bitmap.width, bitmap.height).data;
    let text = '';
    for (let i = 0; i < bytes.length; i += 32_768) text += String.fromCharCode(...bytes.subarray(i, i + 32_768));
    return { width: bitmap.width, height: bitmap.height, data: btoa(text) };
  }, png.toString('base64'));
  return { width, height, data: Buffer.from(data, 'base64') };
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** At most `most` colours that stand for all of a picture: the box with the most to gain is cut in two at its median until there are enough. */
function palette(counts, most) {
  let boxes = [boxOf([...counts])];
  while (boxes.length < most) {
    const cut = boxes.reduce((best, box) => (box.gain > best.gain ? box : best));
    if (cut.gain === 0) break;
    const sorted = cut.entries.toSorted(([a], [b]) => channels(a)[cut.channel] - channels(b)[cut.channel]);
    let half = cut.weight / 2;
    let at = 0;
    while (at < sorted.length - 1 && (half -= sorted[at][1]) > 0) at += 1;
    at = Math.max(1, at);
    boxes = [...boxes.filter((box) => box !== cut), boxOf(sorted.slice(0, at)), boxOf(sorted.slice(at))];
  }
  return boxes.map(({ entries }) => entries.reduce((a, b) => (b[1] > a[1] ? b : a))[0]); // its commonest colour, so that grounds stay as they are
}

function boxOf(entries) {
  const weight = entries.reduce((sum, [, count]) => sum + count, 0);
  const ranges = [0, 1, 2].map((channel) => {
    const values = entries.map(([colour]) => channels(colour)[channel]);
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  });
  const channel = ranges.indexOf(Math.max(...ranges));
  return { entries, weight, channel, gain: ranges[channel] ** 2 * Math.sqrt(weight) };
}

/** Writes pixels as a PNG with a palette. What is see-through becomes opaque. */
export function smallPng({ width, height, data }) {
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (let i = 0; i < colours.length; i += 1) {
    colours[i] = data.readUIntBE(i * 4, 3);
    counts.set(colours[i], (counts.get(colours[i]) ?? 0) + 1);
  }
  const chosen = palette(counts, 256);
  const nearest = new Map([...counts.keys()].map((colour) => {
    const [r, g, b] = channels(colour);
    const far = chosen.map((other) => channels(other)).map(([x, y, z]) => (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2);
    return [colour, far.indexOf(Math.min(...far))];
  }));
  const rows = Buffer.alloc((width + 1) * height); // each row begins with a byte that says how it is filtered: not at all
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = nearest.get(colours[y * width + x]);
  }
  const head = Buffer.from([...[width, height].flatMap((n) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]), 8, 3, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head), chunk('PLTE', Buffer.from(chosen.flatMap(channels))), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
