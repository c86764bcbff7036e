/** Every record of every table proves itself: what it must find, what it must leave, and that it tells why and whence. */
import { describe, expect, test } from 'vitest';
import { dateForms } from '../src/extract/fields/date-forms.ts';
import { findDates } from '../src/extract/fields/date-text.ts';
import { templates } from '../src/extract/templates/index.ts';
import type { RuleInfo } from '../src/model/index.ts';

const tables: Readonly<Record<string, readonly RuleInfo[]>> = { dateForms, templates };

describe.each(Object.entries(tables))('%s', (_name, records) => {
  test('ids are unique and say what they are', () => {
    expect(records.map(({ id }) => id)).toEqual([...new Set(records.map(({ id }) => id))]);
    for (const { id } of records) expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
  });
  test('every record tells why it is there and where that was seen', () => {
    for (const { id, why, source } of records) {
      expect(why.length, id).toBeGreaterThan(20);
      expect(source.length, id).toBeGreaterThan(5);
    }
  });
});

describe('dates', () => {
  const languageOf = (form: (typeof dateForms)[number]): string => (form.language ? 'de' : 'vi');
  test.each(dateForms.map((form) => [form.id, form] as const))(
    '%s reads its examples and leaves the others',
    (id, form) => {
      const language = languageOf(form);
      for (const [text, iso] of Object.entries(form.reads)) {
        expect(
          findDates(text, { language }).map((date) => [date.iso, date.form]),
          text,
        ).toEqual([[iso, id]]);
      }
      for (const text of form.leaves) {
        expect(
          findDates(text, { language }).filter((date) => date.form === id),
          text,
        ).toEqual([]);
      }
    },
  );
});
