// A crawl in a process of its own, so that tests can kill it. Its options come as JSON in the first argument.
import { crawlFolder } from '../../src/crawl/index.ts';
import { renderers } from '../../src/render/index.ts';
import { loopback } from './portal.ts';
import { cleanPortal } from './portal-clean.ts';

const { isFinished } = await crawlFolder({
  ...JSON.parse(process.argv[2] ?? '{}'),
  allowPrivate: true,
  lookup: loopback,
  date: () => new Date('2026-01-02T03:04:05Z'),
  clean: cleanPortal,
  render: (result, format) => renderers[format](result),
});
console.log(isFinished ? 'finished' : 'stopped');
