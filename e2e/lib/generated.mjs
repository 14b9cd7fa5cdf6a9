// Sites that are made for a test from the sample site's settings: one with all that is hard to lay out, one with nothing in it, one in English.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from './preview.mjs';
import { readSite } from './site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds a site of files by their paths, or with `sample` the sample site, with some lines of site.yaml set. `remove` takes it away again. */
export function generate(name, { files = {}, sample = false, settings = {} }) {
  const above = mkdtempSync(join(tmpdir(), 'generated-'));
  const source = join(above, 'source');
  mkdirSync(join(source, 'content'), { recursive: true });
  let config = readFileSync(join(root, 'site.yaml'), 'utf8');
  for (const [key, value] of Object.entries(settings)) {
    const line = new RegExp(`^${key}:.*$`, 'm');
    if (!line.test(config)) throw new Error(`site.yaml has no line “${key}:”`);
    config = config.replace(line, value === null ? '' : `${key}: ${value}`);
  }
  writeFileSync(join(source, 'site.yaml'), config);
  if (sample) for (const part of ['content', 'static']) cpSync(join(root, part), join(source, part), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, 'content', path)), { recursive: true });
    writeFileSync(join(source, 'content', path), text);
  }
  const folder = join(above, 'public');
  const run = spawnSync(program, ['build', '--source', source, '--output', folder, '--quiet'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`build ended with ${run.status}: ${run.stderr}`);
  return Object.assign(readSite(name, folder), { remove: () => rmSync(above, { recursive: true, force: true }) });
}

/** The sample site with an English interface, and the few lines of site.yaml that its owner would then write in English. */
export function englishSite(theme) {
  const settings = { 'giao diện': theme, 'ngôn ngữ': 'en', 'mô tả': 'The commended people of a made-up city.', 'thông báo': 'Everything told here is made up.', '  địa chỉ': 'No. 10, Bến Thuyền Street' };
  return generate(`${theme}, in English`, { sample: true, settings });
}

/** A site on its first day: settings, and not one story. */
export function emptySite(theme) {
  return generate(`${theme}, nothing in it`, { settings: { 'giao diện': theme, 'biểu trưng': null } });
}

const longName = 'Công Tằng Tôn Nữ Nguyễn Phúc Huyền Trân Hoàng Ngọc Bảo Châu Thiên Kim Quỳnh Hương Giang Thủy Tiên Diệu Hiền Khánh Đoan';
const longUnit = 'Trung tâm Phục vụ hành chính công, Tiếp nhận hồ sơ và Trả kết quả giải quyết thủ tục hành chính liên thông các phường phía Đông Nam';
const longPlace = 'Tổ dân phố số Hai mươi mốt - Khu tái định cư Nghĩa Trang Liệt Sĩ Cũ';
const longWord = 'Khôngcókhoảngtrắngnàotrongmộttừdàithếnàyđểxemtrangcóbịtrànrangoàikhông';
const longAddress = 'https://nguon.example/mot-duong-dan-rat-dai/khong-co-cho-nao-de-xuong-dong/2024/11/22/bai-viet-ve-nguoi-tot-viec-tot.html?muc=1234567890';

/** A site with a name of more than 90 letters, a story of 5,000 words, words without a blank, wide tables, no picture anywhere, and fields in which nobody stands. */
export function hardSite(theme) {
  const settings = { 'giao diện': theme, 'biểu trưng': null, 'tên trang': 'Gương sáng của cộng đồng các xã, phường, thị trấn miền núi Ngàn Thông' };
  return generate(`${theme}, hard cases`, { settings, files: hardFiles() });
}

function hardFiles() {
  const front = (lines, body = '') => `---\n${lines.filter(Boolean).join('\n')}\n---\n\n${body}\n`;
  const person = (name, field, more, body) => front([`tên: "${name}"`, 'loại: cá nhân', `lĩnh vực: ${field}`, 'năm: 2024', ...more], body);
  return {
    'guong/ten-dai.md': person(longName, '[y-te, giao-duc, cong-nghe-thong-tin, nguoi-tot-viec-tot]', [
      `đơn vị: "${longUnit}"`, `địa bàn: "${longPlace}"`, 'danh xưng: Nghệ nhân ưu tú, Nhà giáo', 'chức vụ: Phó Chủ tịch thường trực kiêm Trưởng ban Công tác Mặt trận khu dân cư',
      `tóm tắt: "${'Một người không có thật, được bịa ra để thử. '.repeat(6).trim()}"`,
      'khen thưởng:', ...Array.from({ length: 6 }, (_, i) => `  - {hình thức: Bằng khen, cấp: "Chủ tịch Ủy ban nhân dân tỉnh và ${longUnit}", số: ${1000 + i}/QĐ-UBND-TĐKT, ngày: 1${i}/05/2024}`),
      'kết quả:', `  - {chỉ tiêu: "${longUnit}", trước: 123456789, sau: 987654321, đơn vị tính: "lượt người được phục vụ mỗi năm", năm: 2024}`,
      `nguồn: {tác giả: "${longName}", liên kết: "${longAddress}"}`,
    ], longStory()),
    'guong/ngan.md': person('Ý', 'y-te', ['đơn vị: X']),
    'mo-hinh/cach-lam.md': front([`tên: "${longWord}"`, 'lĩnh vực: y-te', 'gương: [ten-dai]']),
    'bai-viet/bai.md': front([`tên: "${longUnit}: ${longName}"`, `chuyên mục: "${longUnit}"`, `chuyên đề: "${longPlace}"`, 'ngày: 22/11/2024'], longWord),
  };
}

/** 5,000 words with everything that Markdown can hold, in paragraphs of very different length. */
function longStory() {
  const words = 'Bà con trong xã kể lại chuyện này nhiều lần, mỗi lần thêm một chi tiết nhỏ về con đường, cái chợ và người đã đứng ra nhận phần việc khó nhất.'.split(' ');
  const paragraph = (length) => Array.from({ length }, (_, i) => words[i % words.length]).join(' ');
  const parts = [];
  for (let at = 0; at < 20; at++) {
    if (at % 3 === 0) parts.push(`## Phần thứ ${at + 1}: ${paragraph(14)}`);
    parts.push(paragraph(40), paragraph(200));
  }
  parts.splice(6, 0, `> ${paragraph(60)}\n>\n> — ${longName}`);
  parts.splice(12, 0, `| ${['Thôn', 'Hộ', 'Nhân khẩu', 'Diện tích canh tác', 'Sản lượng năm trước', 'Sản lượng năm nay', 'Người phụ trách', 'Ghi chú'].join(' | ')} |\n|${' --- |'.repeat(8)}\n`
    + `| ${[longPlace, '123.456', '1.234.567', '12.345,67 héc-ta', '123.456.789 tấn', '987.654.321 tấn', longName, longUnit].join(' | ')} |`);
  parts.splice(20, 0, `- ${longWord}\n- <${longAddress}>\n  1. ${paragraph(30)}\n     - ${paragraph(30)}`, `\`\`\`\n${longAddress} ${longAddress}\n\`\`\``);
  return parts.join('\n\n');
}
