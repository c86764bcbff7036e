import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { parseDraft } from '../../src/drafts/index.ts';
import type { DraftFinding, Level } from '../../src/model/index.ts';
import { checkDraft } from '../../src/proofread/index.ts';
import { draftRules } from '../../src/proofread/rules.ts';
import { type DraftReport, paint, prettyDraft, reporters } from '../../src/report/index.ts';
import { isSarif } from '../sarif-schema.ts';

const text = '\ufeff# Bài\r\n\r\nNgừơi dân ,đựơc 😀 cấp [nước](#) <sạch> & "mát".\r\n\r\nĐ\ufffd\ufffdng.\r\n';
const draft = parseDraft('bài 1,a:b%.md', text, 'markdown');
const findings = checkDraft(draft);

/** A whole report in one piece. */
function report(
  format: keyof typeof reporters,
  drafts: readonly DraftReport[],
  isFailure = (_: Level): boolean => true,
): string {
  const { add, end } = reporters[format]({
    version: '1.2.3',
    rules: draftRules,
    helpOf: (id) => `Switch ${id} off.`,
    isFailure,
  });
  return drafts.map(add).join('') + end();
}
const own = [
  { source: draft.source, findings: findings.map((one, i) => (i === 0 ? { ...one, isKnown: true } : one)) },
  { source: 'clean.md', findings: [] },
];

test('the draft has findings to report, with fixes and without', () => {
  expect(findings.filter(({ fix }) => fix).length).toBeGreaterThan(2);
  expect(findings.filter(({ fix }) => !fix).length).toBe(2);
});
const count = findings.length - 1;

describe('SARIF', () => {
  const log = JSON.parse(report('sarif', own));
  const [run] = log.runs;

  test('fits the schema of 2.1.0, also without a finding', () => {
    expect(isSarif(log), JSON.stringify(isSarif.errors?.[0])).toBe(true);
    expect(isSarif(JSON.parse(report('sarif', []))), JSON.stringify(isSarif.errors?.[0])).toBe(true);
  });

  test('its fixes, made as it says, correct the draft', () => {
    const replaced = run.results
      .flatMap(({ fixes = [] }) => fixes)
      .flatMap(
        ({ artifactChanges }: { artifactChanges: { replacements: object[] }[] }) => artifactChanges[0]?.replacements,
      )
      .sort((a: Replacement, b: Replacement) => b.deletedRegion.charOffset - a.deletedRegion.charOffset)
      .reduce(
        (out: string, { deletedRegion: { charOffset: at, charLength }, insertedContent }: Replacement) =>
          out.slice(0, at) + insertedContent.text + out.slice(at + charLength),
        text,
      );
    expect(replaced).toBe(text.replace('Ngừơi dân ,đựơc', 'Người dân, được'));
  });

  test('a fix is described in words, as a space that goes cannot be seen', () => {
    for (const { fixes, message } of run.results) if (fixes) expect(fixes[0].description).toEqual(message);
  });

  test('what the baseline knows is suppressed, and every rule is described', () => {
    expect(run.results.map(({ suppressions }: { suppressions?: object[] }) => suppressions?.length ?? 0)).toEqual(
      findings.map((_, i) => (i === 0 ? 1 : 0)),
    );
    for (const { id, shortDescription, fullDescription, help, defaultConfiguration } of run.tool.driver.rules) {
      expect(shortDescription.text).not.toBe(id);
      expect([fullDescription, help]).toEqual([shortDescription, { text: `Switch ${id} off.` }]);
      expect(defaultConfiguration.level).toMatch(/^(?:error|warning|note)$/);
    }
  });

  test('the address of a draft leads to its file, whatever stands in the name', () => {
    for (const source of [draft.source, 'a b/p #1%20?.html']) {
      const { runs } = JSON.parse(report('sarif', [{ source, findings }]));
      const { uri, uriBaseId } = runs[0].results[0].locations[0].physicalLocation.artifactLocation;
      expect(uriBaseId).toBe('%SRCROOT%');
      const { pathname, search, hash } = new URL(uri, 'file:///');
      expect([decodeURIComponent(pathname), search, hash]).toEqual([`/${source}`, '', '']);
    }
  });

  test('more results than GitHub takes are parted', () => {
    const [one] = findings as [DraftFinding, ...DraftFinding[]];
    const many = Array.from({ length: 50_001 }, (_, i) => ({ ...one, fingerprint: String(i) }));
    const { runs } = JSON.parse(report('sarif', [{ source: 'a.md', findings: many }]));
    expect(runs.map(({ results }: { results: object[] }) => results.length)).toEqual([25_000, 25_000, 1]);
  });
});

interface Replacement {
  readonly deletedRegion: { readonly charOffset: number; readonly charLength: number };
  readonly insertedContent: { readonly text: string };
}

test('JUnit is well-formed and counts what is new', () => {
  const tags: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    tags.push(name === 'testsuite' ? `${attributes.name} ${attributes.tests} ${attributes.failures}` : name);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(report('junit', own)).close();
  expect(tags.filter((tag) => tag.includes(' '))).toEqual([`${draft.source} ${count} ${count}`, 'clean.md 1 0']);
  expect(tags.filter((tag) => tag === 'failure')).toHaveLength(count);
});

test('JUnit: what does not make the run fail is told, and is no failure', () => {
  const warnings = findings.map((one) => ({ ...one, level: 'warning' as const }));
  const xml = report('junit', [{ source: 'a.md', findings: warnings }], (level) => level === 'error');
  expect(xml).toContain(
    '<testsuite name="a.md" tests="1" failures="0">\n    <testcase name="sach" classname="a.md"/>\n',
  );
  expect(xml.match(/a\.md:\d+:\d+: warning\[/g)).toHaveLength(warnings.length);
});

test('pretty: a line end in a file name does not break the line of the place', () => {
  const shown = prettyDraft({ source: 'a\nb.md', findings }, { lang: 'en', paint: paint(false) });
  expect(shown).toContain('--> a·b.md:3:');
});

test('GitHub: what would end a command early is escaped', () => {
  const lines = report('github', own).trimEnd().split('\n');
  expect(lines).toHaveLength(count);
  expect(lines[0]).toMatch(
    /^::warning file=bài 1%2Ca%3Ab%25\.md,line=3,endLine=3,col=10,endColumn=11,title=typo\/space-before-mark::/,
  );
});

test('GitLab: what its schema asks for, fingerprints that differ', () => {
  const issues = JSON.parse(report('gitlab', own));
  expect(issues).toHaveLength(count);
  for (const { description, check_name, fingerprint, severity, location } of issues) {
    expect([description, check_name, fingerprint].every((value) => typeof value === 'string' && value !== '')).toBe(
      true,
    );
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
    expect([typeof location.path, location.lines.begin >= 1]).toEqual(['string', true]);
  }
  expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(count);
});
