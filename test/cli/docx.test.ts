import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { openBox } from './box.ts';

/** A zip archive of stored files, as much as a Word document needs. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = Buffer.from(name);
    const data = Buffer.from(text);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, path, data]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), about, end, path]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(parts.length, 4);
  tail.writeUInt16LE(parts.length, 6);
  tail.writeUInt32LE(central.length, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), tail]);
}

const run = (text: string, style = ''): string => `<w:r>${style}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (runs: string, style = ''): string => `<w:p>${style}${runs}</w:p>`;
const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;

/** A Word document with a heading, bold text, and a table. */
const document = zip({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[
    paragraph(run('Thôn Suối Mây làm đường'), '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'),
    paragraph(run('Ngừơi dân ') + run('hiến đất', '<w:rPr><w:b/></w:rPr>') + run(' , góp công.')),
    `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Hộ')}${cell('Diện tích')}</w:tr><w:tr>${cell('Bà Páo')}${cell('120 m²')}</w:tr></w:tbl>`,
  ].join('')}</w:body></w:document>`,
});

const markdown =
  '# Thôn Suối Mây làm đường\n\nNgười dân **hiến đất**, góp công.\n\n| Hộ | Diện tích |\n|---|---|\n| Bà Páo | 120 m² |\n';

test('a Word document is read, corrected and written as Markdown beside it', async () => {
  using box = openBox();
  box.put('a.docx', document);
  const { status, stdout } = await box.here(['fix', 'a.docx']);
  expect([status, stdout]).toEqual([0, markdown]);
  const { stderr, ...written } = await box.here(['fix', '.', '--write', '-o', 'report.json']);
  expect(written.status).toBe(0);
  expect(box.read('a.md')).toBe(markdown);
  expect(stderr).toContain('a.docx stays as it is; its text is written to a.md');
  // From then on the Markdown is the draft, in whatever run.
  const sum = '1 draft: 0 corrections made in 0 drafts.\n';
  const again = await box.here(['fix', '.', '--write']);
  expect([again.status, again.stderr]).toEqual([0, sum]);
  const named = await box.here(['fix', 'a.docx', '--write']);
  const told = 'info: a.docx is not read: a.md stands beside it and is the draft.\n';
  expect([named.status, named.stderr]).toEqual([0, told + sum]);
  expect((await box.here(['check', '.', '--no-cache'])).stderr).toBe('1 draft: nothing found.\n');
  expect((await box.here(['fix', '--undo', 'report.json'])).status).toBe(0);
  expect(box.files('.')).toEqual(['a.docx', 'report.json']);
});

test('it is checked like any draft, and one that is broken stops no other', async () => {
  using box = openBox();
  box.put('a.docx', document);
  box.put('b.docx', document.subarray(0, 300));
  const { status, stdout } = await box.here(['check', '.', '-f', 'json', '--no-cache']);
  const found = JSON.parse(stdout).map(({ source, rule }: { source: string; rule: string }) => `${source} ${rule}`);
  expect(status).toBe(1);
  expect(found).toEqual(['a.docx typo/tone-place', 'a.docx typo/space-before-mark', 'b.docx page/unreadable']);
});

test('what cannot be done with it is refused or not promised, in our words', async () => {
  using box = openBox();
  box.put('a.docx', document);
  const output = await box.here(['fix', 'a.docx', '-o', 'b.docx']);
  expect([output.status, output.stderr]).toEqual([2, expect.stringContaining('error[output-docx]')]);
  expect(box.files('.')).toEqual(['a.docx']);
  const check = await box.here(['check', 'a.docx', '--fix']);
  expect(check.stderr).toBe('1 draft: 2 warnings.\n');
  box.put('b.docx', document.subarray(0, 300));
  const { stdout } = await box.here(['check', 'b.docx', '--no-cache']);
  expect(stdout).toContain('b.docx: this is no Word document, or a damaged one.\n');
});
