// In a process of its own: what reading the model and correcting texts cost. Prints one line of JSON for correction.mjs.
import { readFileSync } from 'node:fs';
import { correct } from '../dist/index.js';
import { cpuTime } from './results.mjs';

const megabytes = () => process.memoryUsage().rss / 1e6;
const texts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const before = megabytes();
const clock = performance.now();
const cpu = cpuTime();
correct('Nhà trưòng.');
const load = { ms: performance.now() - clock, cpu: cpuTime() - cpu };
const loaded = megabytes();
for (const text of texts) correct(text);
console.log(JSON.stringify({ ...load, before, loaded, after: megabytes() }));
