import { defineFindings } from '../kind.ts';

export const compact = defineFindings({});
