import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Long files first, so that no worker ends up alone with one of them. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const length = ({ moduleId }: TestSpecification) =>
      longFiles.findIndex((part) => moduleId.includes(part));
    const rank = (file: TestSpecification) => (length(file) < 0 ? longFiles.length : length(file));
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

const longFiles = ['e2e/store', 'servers/blueprints', 'catalogue/drive', 'e2e/'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default'],
    sequence: { sequencer: LongFirst },
  },
});
