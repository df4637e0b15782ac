import { defineFindings } from '../kind.ts';

export const store = defineFindings({});
