import { afterAll, beforeAll } from 'vitest';
import { clearAway } from './at-end.ts';
import { hush, speak } from './quiet.ts';

/**
 * What goes on around every test file. It stands here, and not in the modules that need it: test files may share a worker,
 * where a module runs once and this once for each of them.
 */
beforeAll(hush);
afterAll(clearAway);
afterAll(speak);
