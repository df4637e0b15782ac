import { defineFindings } from '../kind.ts';

export const logs = defineFindings({});
