import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with `N passed, N failed` alone on a line, for scripts. A file that could not be loaded is a failure. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      passed += tests.filter((test) => test.result().state === 'passed').length;
      const failures = tests.filter((test) => test.result().state === 'failed').length;
      failed += failures === 0 && module.state() === 'failed' ? 1 : failures;
    }
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
