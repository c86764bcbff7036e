import { growingArray, type Reporter } from './check-report.ts';

/** Every finding as a JSON array, one draft after the other. */
export function toJson(): Reporter {
  const array = growingArray();
  return {
    add: ({ source, findings }) =>
      findings.map(({ start: _start, end: _end, ...finding }) => array.item({ source, ...finding })).join(''),
    end: array.end,
  };
}
