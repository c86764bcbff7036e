import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { askReview } from '../review/asking.ts';
import { startReview } from '../review/running.ts';
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

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const names = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"',
  `xmlns:r="${relationships}"`,
].join(' ');

/** A Word document with such a body, and such other parts. */
const docx = (body: readonly string[], parts: Readonly<Record<string, string>> = {}): Buffer =>
  zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${names}><w:body>${body.join('')}</w:body></w:document>`,
    ...parts,
  });

/** With a heading, bold text, and a table. */
const document = docx([
  paragraph(run('Thôn Suối Mây làm đường'), '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'),
  paragraph(run('Ngừơi dân ') + run('hiến đất', '<w:rPr><w:b/></w:rPr>') + run(' , góp công.')),
  `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Hộ')}${cell('Diện tích')}</w:tr><w:tr>${cell('Bà Páo')}${cell('120 m²')}</w:tr></w:tbl>`,
]);

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

test('notes become footnotes of Markdown', async () => {
  using box = openBox();
  const footnote = (id: number, ...texts: readonly string[]): string =>
    `<w:footnote w:id="${id}">${texts.map((text) => paragraph(run(text))).join('')}</w:footnote>`;
  const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  box.put(
    'a.docx',
    docx(
      [
        paragraph(`${run('Dân bản')}${reference(7)}${run(' làm [1] đường')}${reference(3)}${run('.')}`),
        paragraph(run('Hết.')),
      ],
      {
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="${relationships}/footnotes" Target="footnotes.xml"/></Relationships>`,
        'word/footnotes.xml': `<w:footnotes ${names}>${footnote(3, 'Dài 2 km.')}${footnote(7, 'Ngừơi Dao.', 'Theo lời kể.')}</w:footnotes>`,
      },
    ),
  );
  const { stdout, stderr } = await box.here(['fix', 'a.docx']);
  expect(stdout).toBe(
    'Dân bản[^1] làm [1] đường[^2].\n\nHết.\n\n[^1]: Người Dao.\n\n    Theo lời kể.\n\n[^2]: Dài 2 km.\n',
  );
  expect(stderr).not.toContain('markup/not-converted');
});

test('what of a Word document is not in the Markdown is counted and told', async () => {
  using box = openBox();
  const picture = '<w:drawing><a:blip r:embed="x"/></w:drawing>';
  const both = `<mc:AlternateContent><mc:Choice>${picture}</mc:Choice><mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent>`;
  box.put(
    'a.docx',
    docx([
      paragraph(`${run('Ảnh:')}<w:r>${picture}</w:r><w:r>${both}</w:r>`),
      paragraph('<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>'),
      paragraph('<w:r><w:object><v:imagedata/><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'),
      paragraph('<w:r><w:object><v:imagedata/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
    ]),
  );
  const { status, stderr } = await box.here(['fix', 'a.docx', '--write', '--fail-on', 'warning']);
  expect(status).toBe(1);
  for (const line of [
    'pictures of the Word document (2)',
    'formulas of the Word document (2)',
    'other programs of the Word document (1)',
  ])
    expect(stderr).toContain(line);
  box.put('sach.config.yaml', 'rules: { markup/not-converted: off }');
  box.put('b.docx', docx([paragraph(`${run('Ảnh:')}<w:r>${picture}</w:r>`)]));
  expect((await box.here(['fix', 'b.docx'])).stderr).not.toContain('not-converted');
});

test('reviewed, a Word document is written beside itself too, and what is there is then the draft', async () => {
  using box = openBox();
  box.put('a.docx', document);
  const { address, ended } = await startReview(box, ['a.docx', '-o', 'undo.json', '--no-open']);
  const { data: opened } = await askReview(address, 'open', {});
  expect(opened.drafts).toMatchObject([{ source: 'a.docx', isDocument: true }]);
  await askReview(address, 'acceptCorrections', { draft: 0, reading: 1 });
  await askReview(address, 'write', { draft: 0, reading: 1 });
  const { data: again } = await askReview(address, 'readAnew', { draft: 0 });
  expect(again).toMatchObject({ source: 'a.md', isDocument: false });
  await askReview(address, 'finish', {});
  expect((await ended).status).toBe(0);
  expect(box.read('a.md')).toBe(markdown);
  await box.here(['fix', '--undo', 'undo.json']);
  expect(box.files('.')).toEqual(['a.docx', 'undo.json']);
});
